package org.chasqui.platform.keys;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Has the last use of keys written down twice a minute. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class LastUseTimer {
    @Inject
    LastUse lastUse;

    @Schedule(hour = "*", minute = "*", second = "10/30", persistent = false, info = "last use of API keys")
    void write() {
        lastUse.write();
    }
}
