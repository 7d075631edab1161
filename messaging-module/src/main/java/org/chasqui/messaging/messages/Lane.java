package org.chasqui.messaging.messages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lane in which a message waits for its turn: one-time codes before service and utility messages, those before
 * marketing. The codes are stored.
 */
public enum Lane {
    AUTHENTICATION(0),
    /** Utility templates and free-form (service) messages. */
    UTILITY(1),
    MARKETING(2);

    private final int code;

    Lane(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Lane ofCode(int code) {
        return values()[code];
    }

    /** The lane of a message of Meta's template category; null means a free-form message. */
    public static Lane ofCategory(@Nullable String category) {
        if (category == null) {
            return UTILITY;
        }
        return switch (category.toLowerCase(Locale.ROOT)) {
            case "authentication" -> AUTHENTICATION;
            case "marketing" -> MARKETING;
            default -> UTILITY;
        };
    }
}
