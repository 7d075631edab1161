package org.chasqui.messaging.retention;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Removes what is old every hour: little each time, rather than a night full of work. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {
    @Inject
    Retention retention;

    @Schedule(hour = "*", minute = "37", persistent = false, info = "what has been kept long enough")
    void run() {
        retention.run();
    }
}
