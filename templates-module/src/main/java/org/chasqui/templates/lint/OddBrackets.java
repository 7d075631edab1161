package org.chasqui.templates.lint;

import java.util.List;
import java.util.regex.Pattern;

/** {@code [name]}, {@code <date>} and {@code %s} are sent as they stand: only braces make a variable. */
final class OddBrackets implements Rule {
    private static final Pattern ODD =
            Pattern.compile("\\[[\\p{L}_ ]{2,30}]|<[\\p{L}_ ]{2,30}>|%[sd]|\\$\\{\\w+}|#\\w+#");

    @Override
    public String name() {
        return "variable.odd-brackets";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.texts().stream()
                .flatMap(text -> ODD.matcher(text.value())
                        .results()
                        .limit(1)
                        .map(match -> new Finding(
                                name(),
                                Severity.WARNING,
                                text.place(),
                                "\u201c" + match.group() + "\u201d is no variable: people would read it as it stands.",
                                "Write {{1}} or {{first_name}}.",
                                "INVALID_FORMAT")))
                .toList();
    }
}
