package org.chasqui.templates.lint;

import java.util.Arrays;
import java.util.List;

/** A text in capitals reads as spam. */
final class Shouting implements Rule {
    private static final int LEAST_LETTERS = 20;
    private static final double MOST_CAPITALS = 0.6;

    @Override
    public String name() {
        return "wording.capitals";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var body = subject.body();
        var letters = body.value()
                .codePoints()
                .filter(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
                .toArray();
        long capitals = Arrays.stream(letters).filter(Character::isUpperCase).count();
        if (letters.length < LEAST_LETTERS || capitals < letters.length * MOST_CAPITALS) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.WARNING,
                body.place(),
                "Most letters are capitals, which reads as spam to reviewers and people.",
                "Write as you would to one person.",
                "SCAM"));
    }
}
