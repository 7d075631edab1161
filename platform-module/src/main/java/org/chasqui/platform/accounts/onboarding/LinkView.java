package org.chasqui.platform.accounts.onboarding;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which an end customer connects a number without signing in here.
 *
 * @param name whom it is for
 * @param coexistence whether the number stays in the WhatsApp Business app
 * @param openedAt when its page was first opened; null when it was not
 * @param usedAt when its number was connected; null when none was
 * @param revokedAt when it was taken back; null when it was not
 * @param url its address, for whoever shall use it
 */
public record LinkView(
        UUID id,
        UUID workspaceId,
        String name,
        boolean coexistence,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt,
        String url) {
    /** What a link is good for. */
    public enum State {
        OPEN,
        USED,
        EXPIRED,
        REVOKED;

        /** As the API writes it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is good for at a time. */
    public State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }
}
