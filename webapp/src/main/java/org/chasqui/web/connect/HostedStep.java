package org.chasqui.web.connect;

/** A step as an end customer sees it: done, now, failed or ahead. */
public final class HostedStep {
    private final String name;
    private final String look;

    HostedStep(String name, String look) {
        this.name = name;
        this.look = look;
    }

    public String getName() {
        return name;
    }

    public String getLook() {
        return look;
    }
}
