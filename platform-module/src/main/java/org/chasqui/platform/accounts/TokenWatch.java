package org.chasqui.platform.accounts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.accounts.NumberHistory.Line;
import org.jspecify.annotations.Nullable;

/** Remembers when access tokens end, and warns 14 days, 7 days and one day before. */
@ApplicationScoped
public class TokenWatch {
    private static final int[] WARN_AT = {1, 7, 14};

    @Inject
    AccountStore store;

    @Inject
    NumberHistory history;

    @Inject
    Event<AccountNotice> notices;

    @Inject
    Clock clock;

    /**
     * What Graph says of the token of an account.
     *
     * @param expiresAt when the token ends; null for never
     * @param dataAccessExpiresAt when its access to data ends, unless a person renews it; null for never
     */
    @Transactional
    public void learned(UUID accountId, @Nullable Instant expiresAt, @Nullable Instant dataAccessExpiresAt) {
        var account = store.lock(accountId).orElseThrow();
        var now = clock.instant();
        account.tokenCheckedAt = now;
        account.tokenExpiresAt = expiresAt;
        account.dataAccessExpiresAt = dataAccessExpiresAt;
        var end = account.view().tokenEndsAt();
        var due = end == null ? null : due(now, end);
        var last = account.tokenWarnedDays;
        account.tokenWarnedDays = due;
        if (end != null && due != null && (last == null || due < last)) {
            warn(account, end, Duration.between(now, end).toDays());
        }
    }

    /** The nearest of the warnings that is due; null when none is. */
    static @Nullable Integer due(Instant now, Instant end) {
        for (int days : WARN_AT) {
            if (!end.isAfter(now.plus(Duration.ofDays(days)))) {
                return days;
            }
        }
        return null;
    }

    private void warn(Account account, Instant end, long daysLeft) {
        history.add(account, null, new Line("token", null, end.toString(), NumberChanges.CHECK, null));
        var value = JsonNodeFactory.instance.objectNode();
        value.put("event", end.isAfter(clock.instant()) ? "TOKEN_EXPIRES" : "TOKEN_EXPIRED");
        value.put("expires_at", end.toString());
        value.put("days_left", Math.max(0, daysLeft));
        notices.fire(new AccountNotice(account.workspaceId, account.wabaId, "access_token", value, clock.instant()));
    }
}
