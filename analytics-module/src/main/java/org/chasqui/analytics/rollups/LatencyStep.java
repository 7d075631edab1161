package org.chasqui.analytics.rollups;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.chasqui.messaging.messages.Milestones;
import org.jspecify.annotations.Nullable;

/** A stretch of a message's way whose length is measured. The order is stored: never renumber. */
public enum LatencyStep {
    /** From our acceptance to Meta's: what is ours. */
    ACCEPTED,
    /** From Meta's acceptance to {@code sent}. */
    SENT,
    /** From Meta's acceptance to the person's device. */
    DELIVERED,
    /** From the device to the person's eyes. */
    READ;

    /** The step by the word of the API. */
    public static Optional<LatencyStep> ofWireName(String word) {
        for (var step : values()) {
            if (step.wireName().equals(word)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The step as the API prints it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int code() {
        return ordinal();
    }

    /** Empty while one of the ends is not known. Meta tells whole seconds: a step may seem to end before it begins. */
    OptionalLong millis(Instant createdAt, Milestones known) {
        return switch (this) {
            case ACCEPTED -> between(createdAt, known.acceptedAt());
            case SENT -> between(known.acceptedAt(), known.sentAt());
            case DELIVERED -> between(known.acceptedAt(), known.deliveredAt());
            case READ -> between(known.deliveredAt(), known.readAt());
        };
    }

    private static OptionalLong between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, Duration.between(from, to).toMillis()));
    }
}
