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
    READ,
    /** The person answered it. */
    REPLIED;

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

    /** Whether a message {@code m} has passed it, as SQL. */
    String condition() {
        return this == REPLIED
                ? "exists (select 1 from msg_reply r where r.message_id = m.id)"
                : "m." + wireName() + "_at is not null";
    }
}
