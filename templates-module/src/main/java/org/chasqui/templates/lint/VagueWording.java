package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.definition.Variables;

/** So little text that a reviewer cannot tell what the message is for: could be anything, so it is rejected. */
final class VagueWording implements Rule {
    private static final int LEAST_WORDS = 4;
    private static final Words TESTS =
            new Words(List.of("test", "testing", "lorem ipsum", "asdf", "prueba", "teste", "foo", "hello world"));

    @Override
    public String name() {
        return "wording.vague";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var body = subject.body();
        if (subject.is(Category.AUTHENTICATION) || body.value().isBlank()) {
            return List.of();
        }
        var plain = Variables.strip(body.value()).strip();
        if (TESTS.firstIn(plain).isPresent() && plain.split("\\s+").length <= 2 * LEAST_WORDS) {
            return List.of(finding(body.place(), "The text looks like a test."));
        }
        if (isSpaced(plain) && plain.split("\\s+").length < LEAST_WORDS) {
            return List.of(finding(body.place(), "The text says too little to tell what the message is for."));
        }
        return List.of();
    }

    private static boolean isSpaced(String text) {
        return Script.of(text)
                .filter(script -> script == Script.HAN || script == Script.THAI)
                .isEmpty();
    }

    private Finding finding(String place, String message) {
        return new Finding(
                name(),
                Severity.WARNING,
                place,
                message + " Reviewers reject what they cannot place.",
                "Say who writes, about what, and what the person can do.",
                "INVALID_FORMAT");
    }
}
