package org.chasqui.messaging.messages;

import java.time.Instant;
import org.chasqui.messaging.messages.ledger.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an outbound message and can be counted: its steps, why it stands as failed, and what Meta said of its
 * price. Each part is null until it is known, and may still change: an earlier time of a step may be told late.
 *
 * @param failedAt when it failed, while the message stands as failed; null otherwise
 * @param repliedAt when the person answered it first
 * @param errorCode Meta's code (0 for ours) while the message stands as failed or uncertain; null otherwise
 */
public record Milestones(
        @Nullable Instant acceptedAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt,
        @Nullable Instant failedAt,
        @Nullable Instant repliedAt,
        @Nullable Integer errorCode,
        @Nullable Pricing pricing) {

    /** Nothing is known: a message that was just accepted here, and every message that a person wrote. */
    public static final Milestones NONE = new Milestones(null, null, null, null, null, null, null, null);

    private static final Pricing NO_PRICING = new Pricing(null, null, null, null);

    /** A message that was sent elsewhere, in the Business app. */
    public static Milestones sentAt(Instant at) {
        return new Milestones(null, at, null, null, null, null, null, null);
    }

    /** Those of a state, which does not know of answers. */
    public static Milestones of(MessageState state) {
        var status = state.status();
        boolean wentWrong = status == MessageStatus.FAILED || status == MessageStatus.UNCERTAIN;
        var why = wentWrong ? state.problem() : null;
        return new Milestones(
                state.acceptedAt(),
                state.sentAt(),
                state.deliveredAt(),
                state.readAt(),
                status == MessageStatus.FAILED ? state.failedAt() : null,
                null,
                why == null ? null : Integer.valueOf(why.code()),
                NO_PRICING.equals(state.pricing()) ? null : state.pricing());
    }

    /** The same with an answer of the person. */
    public Milestones withReplyAt(@Nullable Instant at) {
        return new Milestones(acceptedAt, sentAt, deliveredAt, readAt, failedAt, at, errorCode, pricing);
    }
}
