package org.chasqui.messaging.bots.ai;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts answers where a person would. Lengths are in UTF-16 units, as WhatsApp's limit of 4,096 for texts is read here. */
final class AnswerLength {
    private static final String MORE = " …";
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？][\"')\\]*_~]*\\s*$");

    private AnswerLength() {}

    /** The text if it fits, else what fits of it, up to the end of a sentence, or of a word. */
    static String within(int most, String text) {
        return text.length() <= most ? text : cut(most, text, most / 2);
    }

    /** Takes the last sentence away when it was not finished: the model had no tokens left. */
    static String finished(String text) {
        return SENTENCE_END.matcher(text).find() ? text : cut(text.length(), text, 1);
    }

    /** Sentences, unless they leave too much away: they must have this many characters at least. */
    private static String cut(int most, String text, int least) {
        var sentences = sentences(text, Math.min(most, text.length()));
        if (!sentences.isEmpty() && sentences.length() >= least) {
            return sentences;
        }
        int room = Math.max(1, Math.min(text.length(), most) - MORE.length());
        var words = text.substring(0, before(BreakIterator.getWordInstance(Locale.ROOT), text, room))
                .stripTrailing();
        return (words.isEmpty() ? text.substring(0, text.offsetByCodePoints(0, 1)) : words) + MORE;
    }

    /** As many whole sentences as there is room for; empty when there is none. */
    private static String sentences(String text, int room) {
        var boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
        for (int end = before(boundaries, text, room); end > 0; end = boundaries.preceding(end)) {
            var sentences = text.substring(0, end).stripTrailing();
            if (SENTENCE_END.matcher(sentences).find()) {
                return sentences;
            }
        }
        return "";
    }

    /** The last boundary at or before a place. */
    private static int before(BreakIterator boundaries, String text, int place) {
        boundaries.setText(text);
        return boundaries.isBoundary(place) ? place : Math.max(0, boundaries.preceding(place));
    }
}
