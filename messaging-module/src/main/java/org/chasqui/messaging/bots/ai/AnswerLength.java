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
        int room = Math.min(most, text.length());
        int sentence = end(BreakIterator.getSentenceInstance(Locale.ROOT), text, room);
        var sentences = text.substring(0, sentence).stripTrailing();
        if (sentences.length() >= least && SENTENCE_END.matcher(sentences).find()) {
            return sentences;
        }
        int word = end(
                BreakIterator.getWordInstance(Locale.ROOT), text, Math.max(1, Math.min(room, most - MORE.length())));
        var words = text.substring(0, word).stripTrailing();
        return (words.isEmpty() ? text.substring(0, text.offsetByCodePoints(0, 1)) : words) + MORE;
    }

    /** The last boundary at or before a place. */
    private static int end(BreakIterator boundaries, String text, int room) {
        boundaries.setText(text);
        return boundaries.isBoundary(room) ? room : Math.max(0, boundaries.preceding(room));
    }
}
