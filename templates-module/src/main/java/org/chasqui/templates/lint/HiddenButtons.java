package org.chasqui.templates.lint;

import java.util.List;

/** More than three buttons fold behind "See all options". */
final class HiddenButtons implements Rule {
    private static final int SHOWN = 3;

    @Override
    public String name() {
        return "button.hidden";
    }

    @Override
    public List<Finding> check(Subject subject) {
        int buttons = subject.shape().buttons().size();
        if (buttons <= SHOWN) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.ADVICE,
                subject.place("BUTTONS", "buttons"),
                "Of " + buttons
                        + " buttons WhatsApp shows two, and hides the others behind \u201cSee all options\u201d. On"
                        + " computers it shows none.",
                "Keep three, the most important first.",
                null));
    }
}
