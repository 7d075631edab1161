package org.chasqui.messaging.messages.ledger;

import java.time.Instant;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * Something learnt about an outbound message. Facts come late, twice and in any order; {@link MessageState#with} makes
 * the same state of the same facts, whatever their order.
 */
public sealed interface Fact {
    /** When it happened. */
    Instant at();

    /** Meta answered the call with a wamid. */
    record Accepted(Instant at, Instant sendingAt, String wamid) implements Fact {}

    /** A later call than any before has got this wamid. Learnt before its acceptance; what failed was an earlier call. */
    record PostedAnew(Instant at, String wamid) implements Fact {}

    /** A status webhook: SENT, DELIVERED, READ, PLAYED or FAILED. */
    record Told(
            Instant at,
            MessageStatus status,
            String wamid,
            @Nullable Problem problem,
            @Nullable Pricing pricing) implements Fact {}

    /** Meta refused the call for good, or we gave up. */
    record Refused(Instant at, Problem problem) implements Fact {}

    /** The call ended without an answer that tells what happened. */
    record Unclear(Instant at, Instant sendingAt, Problem problem) implements Fact {}

    /** What was unclear will be tried again. */
    record Retried(Instant at) implements Fact {}

    /** The validity passed while the message waited. */
    record Expired(Instant at) implements Fact {}

    /** The caller withdrew the message while it waited. */
    record Cancelled(Instant at) implements Fact {}

    /**
     * What went wrong, in Meta's words or ours.
     *
     * @param code Meta's error code; 0 when it is ours
     */
    record Problem(int code, String title, @Nullable String details) {
        /** The person opted out while the message waited for its turn. */
        public static final Problem OPTED_OUT = new Problem(
                0, "The person has opted out", "The message waited when the person opted out; it was not sent.");
    }
}
