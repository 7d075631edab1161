package org.chasqui.messaging.messages.ledger;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.jspecify.annotations.Nullable;

/** A locked row of an outbound message: what never changes of it, and the state that the current transaction changes. */
public final class MessageRow {
    private final UUID id;
    private final UUID workspaceId;
    private final UUID numberId;
    private final UUID conversationId;
    private final String category;
    private final @Nullable String template;
    private final @Nullable UUID campaignId;
    private final String peer;
    private final Instant createdAt;
    private final MessageState before;
    private MessageState state;
    private int attempts;
    private @Nullable String waId;
    private boolean noted;

    MessageRow(
            UUID id,
            UUID workspaceId,
            UUID numberId,
            UUID conversationId,
            String category,
            @Nullable String template,
            @Nullable UUID campaignId,
            String peer,
            Instant createdAt,
            int attempts,
            @Nullable String waId,
            MessageState state) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.numberId = numberId;
        this.conversationId = conversationId;
        this.category = category;
        this.template = template;
        this.campaignId = campaignId;
        this.peer = peer;
        this.createdAt = createdAt;
        this.attempts = attempts;
        this.waId = waId;
        this.before = state;
        this.state = state;
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID numberId() {
        return numberId;
    }

    public MessageState state() {
        return state;
    }

    /** Merges a fact into the state. */
    public void learn(Fact fact) {
        state = state.with(fact);
    }

    /** Notes that the call with this number was made, and which wa_id Meta resolved the recipient to. */
    public void noteAttempt(int number, @Nullable String resolvedWaId) {
        noted |= number > attempts || (resolvedWaId != null && !resolvedWaId.equals(waId));
        attempts = Math.max(attempts, number);
        if (resolvedWaId != null) {
            waId = resolvedWaId;
        }
    }

    public int attempts() {
        return attempts;
    }

    public @Nullable String waId() {
        return waId;
    }

    /** Whether anything was learnt that was not known. */
    public boolean isChanged() {
        return noted || !state.equals(before);
    }

    /** Whether this transaction has learnt that Meta has the message. */
    public boolean isNewToMeta() {
        return state.isKnownToMeta() && before.acceptedAt() == null;
    }

    /** What this transaction has changed, or null when neither the status nor anything that is counted moved. */
    public @Nullable Move move() {
        var reached = EnumSet.noneOf(MessageStatus.class);
        reached.addAll(state.reached());
        reached.removeAll(before.reached());
        var known = Milestones.of(before);
        var learnt = Milestones.of(state);
        if (state.status() == before.status() && learnt.equals(known)) {
            return null;
        }
        return new Move(
                id,
                workspaceId,
                numberId,
                Direction.OUTBOUND,
                category,
                template,
                campaignId,
                peer,
                createdAt,
                before.status(),
                state.status(),
                reached,
                known,
                learnt);
    }
}
