package org.chasqui.platform.rest;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.chasqui.platform.config.Settings;

/** Removes old idempotency keys every hour, and gives back those that a broken connection left claimed. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class IdempotencyTimer {
    private static final int DEFAULT_HOURS = 48;
    private static final int LEAST_HOURS = 24;
    private static final int MOST_HOURS = 24 * 90;

    private static final Logger LOG = System.getLogger(IdempotencyTimer.class.getName());

    @Inject
    Idempotency idempotency;

    @Inject
    Settings settings;

    @Schedule(hour = "*", minute = "17", persistent = false, info = "old idempotency keys")
    void purge() {
        var hours = settings.number("chasqui.api.idempotency-hours", DEFAULT_HOURS, LEAST_HOURS, MOST_HOURS);
        idempotency.purge(Duration.ofHours(hours));
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "claims left by a broken connection")
    void settleLate() {
        try {
            idempotency.settleLate();
        } catch (IllegalStateException away) {
            LOG.log(Level.DEBUG, "idempotency keys are given back later", away);
        }
    }
}
