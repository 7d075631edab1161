package org.chasqui.messaging.bots;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Texts that vary: {@code {Hi|Hello {there|again}} [name]}. One of the parts in braces is drawn, parts may hold braces
 * themselves; a word in square brackets is a placeholder. A backslash takes the meaning from the character behind it, and
 * braces without a bar, brackets around an unknown word and braces that do not close are plain text.
 */
public final class Spintax {
    private Spintax() {}

    /**
     * Draws a text and fills placeholders in; one whose value is empty takes the space before it along.
     *
     * @param values by name in lower case
     */
    public static String render(String text, Map<String, String> values, RandomGenerator random) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Checks what somebody wants a bot to say.
     *
     * @param field how the caller calls it
     * @param longest in characters, whichever part is drawn
     * @throws RequestFailed VALIDATION_FAILED when it may become empty or too long, or nests deeper than ten
     */
    public static void check(String field, String text, int longest) {
        throw new UnsupportedOperationException("follows");
    }
}
