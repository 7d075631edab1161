package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.HeaderFormat;

/** Emoji in the text of a header: refused by Meta for most accounts. */
final class HeaderDecoration implements Rule {
    @Override
    public String name() {
        return "header.emoji";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var header = subject.shape().header();
        if (header == null || header.format() != HeaderFormat.TEXT || !TooManyEmoji.isIn(header.text())) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.WARNING,
                subject.place("HEADER", "text"),
                "The header has an emoji. Headers take plain text.",
                "Move it into the body.",
                "2388047"));
    }
}
