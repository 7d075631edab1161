package org.chasqui.messaging.webhooks;

import java.util.Locale;

/** Whether an endpoint is delivered to. The order is stored: never change it. */
public enum WebhookStatus {
    /** Delivered to. */
    ACTIVE,
    /** A person wants a pause: events gather and are delivered when it is over. */
    PAUSED,
    /** The address has failed for days or said that it is gone: events do not gather, what has gathered stays. */
    DISABLED;

    /** The status as the API prints it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
