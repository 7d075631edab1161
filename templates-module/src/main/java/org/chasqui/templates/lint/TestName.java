package org.chasqui.templates.lint;

import java.util.List;
import java.util.regex.Pattern;

/** A name is for ever: it cannot be changed, and after deleting it is blocked for thirty days. */
final class TestName implements Rule {
    private static final Pattern VAGUE = Pattern.compile("(?:test|template|tmp|new|untitled|prueba|teste|\\d|_)+\\d*");

    @Override
    public String name() {
        return "name.says-nothing";
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!VAGUE.matcher(subject.draft().name()).matches()) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.ADVICE,
                "name",
                "The name says nothing. Reviewers read it, it cannot be changed, and a deleted name is blocked for 30"
                        + " days.",
                "Name it after what it is for: order_ready.",
                null));
    }
}
