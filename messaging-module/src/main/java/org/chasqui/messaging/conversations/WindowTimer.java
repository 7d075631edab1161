package org.chasqui.messaging.conversations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks three times a minute for customer service windows that have ended. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class WindowTimer {
    @Inject
    Windows windows;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false, info = "windows that have ended")
    void end() {
        boolean more = true;
        while (more) {
            more = windows.end();
        }
    }
}
