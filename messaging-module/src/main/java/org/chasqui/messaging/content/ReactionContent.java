package org.chasqui.messaging.content;

import java.util.Set;

/** {@code reaction:{message_id, emoji}}; an empty emoji takes the reaction back. */
final class ReactionContent {
    private static final Set<String> KNOWN = Set.of("message_id", "emoji");

    /** Meta says "one emoji"; the longest one (a family with skin tones) has ten code points, a flag of a region seven. */
    private static final int LONGEST_EMOJI = 16;

    private ReactionContent() {}

    static void check(Part reaction) {
        reaction.only(KNOWN).need("message_id").text();
        var emoji = reaction.need("emoji");
        var text = emoji.anyText();
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_EMOJI || text.chars().anyMatch(ReactionContent::isPlain)) {
            throw emoji.bad("is " + emoji.quote() + "; must be one emoji, or empty to take the reaction back.");
        }
    }

    /** Letters and blanks are no part of an emoji; digits, # and * are (keycaps). */
    private static boolean isPlain(int character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z' || character <= ' ';
    }
}
