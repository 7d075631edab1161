package org.chasqui.web.bots;

/** A label and what stands beside it. */
public final class FactLine {
    private final String label;
    private final String value;

    FactLine(String label, String value) {
        this.label = label;
        this.value = value;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }
}
