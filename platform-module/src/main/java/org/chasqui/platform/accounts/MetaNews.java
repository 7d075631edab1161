package org.chasqui.platform.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that Meta told by webhook and that is no message: about an account, a number, a template. Fired as a
 * synchronous CDI event in the transaction in which the webhook is merged, once for each change; whoever knows the field
 * applies it in that transaction. An observer that fails has the whole webhook merged again, and set aside in the end.
 *
 * <p>Who records an event of its own for it says so with {@link #take()}: what nobody takes is passed on to customers as
 * {@code account.update}, so nothing that Meta tells is lost.
 */
public final class MetaNews {
    private final UUID workspaceId;
    private final String wabaId;
    private final @Nullable UUID numberId;
    private final String field;
    private final String value;
    private final Instant receivedAt;
    private final @Nullable Instant happenedAt;
    private boolean taken;

    /**
     * One change of a webhook.
     *
     * @param workspaceId whose account it is
     * @param wabaId Meta's id of the account
     * @param numberId our id of the number that it is about; null when it is about none, or about one that is not
     *     connected here
     * @param field name of the subscription in Meta's words, for example {@code phone_number_quality_update}
     * @param value Meta's value as JSON text, without characters that PostgreSQL cannot store
     * @param receivedAt when the webhook came in
     */
    public MetaNews(
            UUID workspaceId, String wabaId, @Nullable UUID numberId, String field, String value, Instant receivedAt) {
        this(workspaceId, wabaId, numberId, field, value, receivedAt, null);
    }

    /**
     * One change of a webhook.
     *
     * @param happenedAt the time of Meta's entry; with the value it tells a repeated webhook from a new one; null when
     *     Meta does not say
     */
    public MetaNews(
            UUID workspaceId,
            String wabaId,
            @Nullable UUID numberId,
            String field,
            String value,
            Instant receivedAt,
            @Nullable Instant happenedAt) {
        this.workspaceId = workspaceId;
        this.wabaId = wabaId;
        this.numberId = numberId;
        this.field = field;
        this.value = value;
        this.receivedAt = receivedAt;
        this.happenedAt = happenedAt;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String wabaId() {
        return wabaId;
    }

    public @Nullable UUID numberId() {
        return numberId;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable Instant happenedAt() {
        return happenedAt;
    }

    /** Says that an event of its own tells of this change, so that {@code account.update} need not. */
    public void take() {
        taken = true;
    }

    public boolean isTaken() {
        return taken;
    }
}
