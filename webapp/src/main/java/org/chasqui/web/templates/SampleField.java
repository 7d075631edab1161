package org.chasqui.web.templates;

import java.io.Serializable;

/** The sample of a variable while it is being written. */
public final class SampleField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private String value;

    SampleField(String name, String value) {
        this.name = name;
        this.value = value;
    }

    public String getName() {
        return name;
    }

    /** As it stands in the text. */
    public String getVariable() {
        return "{{" + name + "}}";
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value;
    }
}
