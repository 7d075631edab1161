package org.chasqui.templates.templates;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.chasqui.messaging.messages.WaitingForTemplate;

/** What has to be done about templates from time to time. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Lock(LockType.READ)
public class TemplateTimer {
    /** Longer than a node may believe what another has changed, with some to spare. */
    private static final Duration SLIPPED_IN = Duration.ofMinutes(5);

    @Inject
    Synchronisation synchronisation;

    @Inject
    TemplateDesk desk;

    @Inject
    WaitingForTemplate waiting;

    @Schedule(hour = "*", minute = "*/10", second = "50", persistent = false, info = "templates from Graph")
    void compare() {
        synchronisation.runAll(number -> true);
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "templates that news are about")
    void compareWanted() {
        synchronisation.runWanted();
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false, info = "messages held for their template")
    void settle() {
        desk.applyAgain(SLIPPED_IN);
        waiting.releaseExpired();
    }

    /** Compares the templates of a workspace beside whatever the caller does. */
    @Asynchronous
    public void refresh(UUID workspaceId) {
        synchronisation.runSoon(workspaceId);
    }
}
