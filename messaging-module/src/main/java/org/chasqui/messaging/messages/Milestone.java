package org.chasqui.messaging.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A step that an outbound message has passed, whatever became of it later: one that Meta accepted and then failed has still
 * reached {@link #ACCEPTED}. The counts of pages and roll-ups are of these.
 */
public enum Milestone {
    /** Meta took it and gave a wamid. */
    ACCEPTED,
    /** It left Meta's servers. */
    SENT,
    /** It was on the person's device. */
    DELIVERED,
    /** It was shown to the person. */
    READ;

    /** The milestone as the API and addresses of pages write it, in lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads such a word; empty when there is no such milestone. */
    public static Optional<Milestone> ofWireName(String word) {
        return Arrays.stream(values())
                .filter(one -> one.wireName().equals(word))
                .findFirst();
    }

    /** Where the time of the step stands in {@code msg_message}. */
    String column() {
        return wireName() + "_at";
    }
}
