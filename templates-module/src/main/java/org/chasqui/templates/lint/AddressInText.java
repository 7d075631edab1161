package org.chasqui.templates.lint;

import java.util.List;
import java.util.regex.Pattern;

/** A bare address in the body, where a button would be tapped more often. */
final class AddressInText implements Rule {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    @Override
    public String name() {
        return "link.in-text";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var body = subject.body();
        if (!ADDRESS.matcher(body.value()).find()) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.ADVICE,
                body.place(),
                "The text holds an address. Reviewers look at it more closely, and it is easy to miss.",
                "Move it into a website button.",
                null));
    }
}
