package org.chasqui.web.messages;

/** A filter that is shown and carried on, and is not chosen on this page. */
public final class Pin {
    private final String name;
    private final String label;
    private final String value;
    private final String text;

    Pin(String name, String label, String value, String text) {
        this.name = name;
        this.label = label;
        this.value = value;
        this.text = text;
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }

    /** The value as people read it. */
    public String getText() {
        return text;
    }
}
