package org.chasqui.web.bots;

/** A sentence with a sign before it. */
public final class PlainLine {
    private final String icon;
    private final String text;

    PlainLine(String icon, String text) {
        this.icon = icon;
        this.text = text;
    }

    public String getIcon() {
        return icon;
    }

    public String getText() {
        return text;
    }
}
