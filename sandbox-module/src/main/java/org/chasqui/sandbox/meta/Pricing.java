package org.chasqui.sandbox.meta;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The {@code pricing} object of a status in the per-message model (PMP). Until 2026-09-30 an open service window makes
 * utility templates and all free-form messages free. Since 2026-10-01 a number has 1,000 free service messages per
 * month, and utility is charged inside the window too. Source: Meta, pricing and status webhook reference.
 */
public record Pricing(boolean billable, Type type, Category category) {

    /** The day from which service messages are charged, 00:00 UTC (Meta takes the time zone of the account). */
    static final long SERVICE_CHARGED_FROM =
            Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();
    /** Free service messages per number and calendar month. */
    public static final int FREE_SERVICE_MESSAGES = 1_000;

    /** {@code pricing.type}. */
    public enum Type {
        REGULAR("regular"),
        FREE_CUSTOMER_SERVICE("free_customer_service");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        /** As it stands in a webhook. */
        public String wire() {
            return wire;
        }
    }

    /** {@code pricing.category}. */
    public enum Category {
        AUTHENTICATION("authentication"),
        MARKETING("marketing"),
        UTILITY("utility"),
        SERVICE("service");

        private final String wire;

        Category(String wire) {
            this.wire = wire;
        }

        /** As it stands in a webhook. */
        public String wire() {
            return wire;
        }

        /** The category of a template ({@code UTILITY} …), or service for a free-form message (null). */
        public static Category of(@Nullable String templateCategory) {
            return templateCategory == null ? SERVICE : valueOf(templateCategory);
        }
    }

    /**
     * The price tag of a message.
     *
     * @param windowOpen whether the user wrote within the last 24 hours
     * @param serviceMessagesThisMonth service messages that the number sent before this one in the calendar month
     * @param now milliseconds since the epoch
     */
    public static Pricing of(Category category, boolean windowOpen, int serviceMessagesThisMonth, long now) {
        boolean free = switch (category) {
            case AUTHENTICATION, MARKETING -> false;
            case UTILITY -> windowOpen && now < SERVICE_CHARGED_FROM;
            case SERVICE -> now < SERVICE_CHARGED_FROM || serviceMessagesThisMonth < FREE_SERVICE_MESSAGES;
        };
        return new Pricing(!free, free ? Type.FREE_CUSTOMER_SERVICE : Type.REGULAR, category);
    }
}
