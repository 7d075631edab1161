package org.chasqui.templates.lint;

import java.util.List;
import java.util.regex.Pattern;

/** More than ten emoji in a body are refused. */
final class TooManyEmoji implements Rule {
    private static final int MOST = 10;
    private static final Pattern EMOJI = Pattern.compile("[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}]");

    @Override
    public String name() {
        return "wording.emoji";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var body = subject.body();
        long count = EMOJI.matcher(body.value()).results().count();
        if (count <= MOST) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.WARNING,
                body.place(),
                "The body has " + count + " emoji. Meta refuses more than " + MOST + ".",
                "Keep those that say something.",
                "INVALID_FORMAT"));
    }

    static boolean isIn(String text) {
        return EMOJI.matcher(text).find();
    }
}
