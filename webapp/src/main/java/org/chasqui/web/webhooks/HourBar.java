package org.chasqui.web.webhooks;

import org.chasqui.messaging.webhooks.WebhookFigures.Hour;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** One of the 24 bars that show how an endpoint answered. */
public final class HourBar {
    private static final Texts TEXTS = Texts.of("webhooks");

    private final Hour hour;
    private final int age;

    /**
     * A bar.
     *
     * @param age how many hours ago it ended
     */
    HourBar(Hour hour, int age) {
        this.hour = hour;
        this.age = age;
    }

    /** {@code green}, {@code amber}, {@code red}, or empty for an hour without calls. */
    public String getColour() {
        if (hour.calls() == 0) {
            return "";
        }
        if (hour.arrived() == 0) {
            return "red";
        }
        return hour.arrived() == hour.calls() ? "green" : "amber";
    }

    public String getTip() {
        return TEXTS.get("hour", age, Formats.count(hour.calls()), Formats.count(hour.arrived()));
    }
}
