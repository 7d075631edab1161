package org.chasqui.templates.lint;

import java.util.List;
import java.util.regex.Pattern;

/** More than one blank line, or long runs of spaces: refused or swallowed by WhatsApp. */
final class BlankLines implements Rule {
    private static final Pattern GAPS = Pattern.compile("\\n\\s*\\n\\s*\\n| {5,}|\\t");

    @Override
    public String name() {
        return "wording.gaps";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.texts().stream()
                .filter(text -> GAPS.matcher(text.value()).find())
                .map(text -> new Finding(
                        name(),
                        Severity.WARNING,
                        text.place(),
                        "The text has several blank lines, a tab or a run of spaces. Meta refuses such gaps.",
                        "Leave one blank line at most, and single spaces.",
                        "INVALID_FORMAT"))
                .toList();
    }
}
