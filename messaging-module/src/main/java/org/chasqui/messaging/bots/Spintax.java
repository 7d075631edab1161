package org.chasqui.messaging.bots;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Texts that vary: {@code {Hi|Hello {there|again}} [name]}. One of the parts in braces is drawn, parts may hold braces
 * themselves; a word in square brackets is a placeholder. A backslash takes the meaning from the brace, bar or bracket behind
 * it; braces without a bar, brackets around an unknown word and braces that do not close are plain text (seed 001).
 */
public final class Spintax {
    private static final int DEEPEST = 10;

    private Spintax() {}

    /**
     * Draws a text and fills placeholders in; one whose value is empty takes the space and the comma before it along.
     *
     * @param values by name in lower case
     */
    public static String render(String text, Map<String, String> values, RandomGenerator random) {
        var out = new StringBuilder();
        SpintaxParser.parse(text).forEach(node -> node.render(out, values, random));
        return out.toString().strip();
    }

    /**
     * Checks what somebody wants a bot to say.
     *
     * @param field how the caller calls it
     * @param longest in characters, whichever part is drawn
     * @throws RequestFailed VALIDATION_FAILED when it may become empty or too long, or nests deeper than ten
     */
    public static void check(String field, String text, int longest) {
        // What is drawn is never longer than what was written; anything far beyond need not be parsed.
        if (text.length() > longest * DEEPEST) {
            throw RequestFailed.invalid(field, "must have " + longest + " characters at most.");
        }
        var nodes = SpintaxParser.parse(text);
        if (nodes.stream().mapToInt(SpintaxNode::depth).max().orElse(0) > DEEPEST) {
            throw RequestFailed.invalid(field, "has braces in braces, more than " + DEEPEST + " deep.");
        }
        if (nodes.stream().mapToInt(SpintaxNode::longest).sum() > longest) {
            throw RequestFailed.invalid(field, "may become longer than " + longest + " characters.");
        }
        if (nodes.stream().allMatch(SpintaxNode::maybeBlank)) {
            throw RequestFailed.invalid(field, "must not be empty, whichever part of {A|B} is drawn.");
        }
    }
}
