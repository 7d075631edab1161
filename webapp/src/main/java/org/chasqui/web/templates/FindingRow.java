package org.chasqui.web.templates;

import org.chasqui.templates.lint.Finding;
import org.jspecify.annotations.Nullable;

/** Something that a rule objects to. */
public final class FindingRow {
    private final Finding finding;

    FindingRow(Finding finding) {
        this.finding = finding;
    }

    public String getRule() {
        return finding.rule();
    }

    public String getPlace() {
        return finding.place();
    }

    public String getMessage() {
        return finding.message();
    }

    public String getFix() {
        return finding.fix();
    }

    public @Nullable String getMeta() {
        return finding.meta();
    }

    public String getColour() {
        return switch (finding.severity()) {
            case ERROR -> "red";
            case WARNING -> "amber";
            case ADVICE -> "blue";
        };
    }

    public String getIcon() {
        return switch (finding.severity()) {
            case ERROR -> "circle-x";
            case WARNING -> "triangle-alert";
            case ADVICE -> "info";
        };
    }
}
