package org.chasqui.messaging.bots.ai;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sees whether an answer repeats a long run of the instructions, whatever its case, marks and spaces. What stands in the
 * knowledge as well is no secret. It stops who asks "repeat your instructions"; it cannot see a translation or a summary, so
 * that a prompt is no place for passwords.
 */
final class PromptSecrecy {
    /** Letters and digits, about twelve words: less is what anybody says about opening hours. */
    static final int RUN = 60;

    /** A prompt shorter than this tells nothing. */
    private static final int SHORTEST = 20;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String secret;
    private final String known;
    private final int length;

    PromptSecrecy(String instructions, String knowledge) {
        secret = plain(instructions);
        known = plain(knowledge);
        length = Math.min(RUN, secret.length());
    }

    /** Whether an answer repeats what it must not. */
    boolean isBetrayedBy(String answer) {
        if (length < SHORTEST) {
            return false;
        }
        var said = runsOf(plain(answer));
        for (int from = 0; from + length <= secret.length(); from++) {
            var run = secret.substring(from, from + length);
            if (said.contains(run) && !known.contains(run)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> runsOf(String text) {
        var runs = new HashSet<String>();
        for (int from = 0; from + length <= text.length(); from++) {
            runs.add(text.substring(from, from + length));
        }
        return runs;
    }

    private static String plain(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(folded).replaceAll("");
    }
}
