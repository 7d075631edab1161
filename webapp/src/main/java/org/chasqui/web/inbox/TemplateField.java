package org.chasqui.web.inbox;

/** A variable of a template that somebody fills in. */
public final class TemplateField {
    private final String part;
    private final String variable;
    private final String label;

    /** @param part header, body, or button: and the button's index, counted from 0 */
    TemplateField(String part, String variable, String label) {
        this.part = part;
        this.variable = variable;
        this.label = label;
    }

    public String getKey() {
        return part + "." + variable;
    }

    public String getLabel() {
        return label;
    }

    String part() {
        return part;
    }

    String variable() {
        return variable;
    }
}
