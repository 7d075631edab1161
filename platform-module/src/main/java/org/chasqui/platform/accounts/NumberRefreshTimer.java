package org.chasqui.platform.accounts;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Has the numbers refreshed, and then checked, every ten minutes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NumberRefreshTimer {
    @Inject
    NumberRefresh refresh;

    @Inject
    Event<NumbersRefreshed> refreshed;

    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false, info = "numbers from Graph")
    void refresh() {
        refresh.refreshAll();
        refreshed.fire(new NumbersRefreshed());
    }
}
