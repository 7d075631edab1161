package org.chasqui.templates.lint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.templates.definition.Variables;

/** A mark of formatting that is opened and not closed is shown as it stands. */
final class OpenFormatting implements Rule {
    private static final Map<String, Pattern> MARKS =
            Map.of("*", Pattern.compile("\\*"), "~", Pattern.compile("~"), "```", Pattern.compile("```"));

    @Override
    public String name() {
        return "wording.open-formatting";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var body = subject.body();
        for (var line : Variables.strip(body.value()).split("\n")) {
            for (var mark : MARKS.entrySet()) {
                boolean isBlock = mark.getKey().length() > 1;
                var text = isBlock ? body.value() : line.replace("```", "");
                if (mark.getValue().matcher(text).results().count() % 2 != 0) {
                    return List.of(new Finding(
                            name(),
                            Severity.ADVICE,
                            body.place(),
                            "A " + mark.getKey() + " is opened and not closed: people would see it.",
                            "Close it on the same line, or remove it.",
                            null));
                }
            }
        }
        return List.of();
    }
}
