package org.chasqui.templates.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How we learnt of a change.
 *
 * @param way by webhook, by comparing, or by doing it ourselves
 * @param actor who of us; null when it was Meta
 */
public record Source(Way way, @Nullable String actor) {
    static final Source WEBHOOK = new Source(Way.WEBHOOK, null);
    static final Source SYNC = new Source(Way.SYNC, null);

    static Source us(String actor) {
        return new Source(Way.US, actor);
    }

    /** A way to learn. */
    public enum Way {
        WEBHOOK,
        SYNC,
        US;

        /** As the API prints it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
