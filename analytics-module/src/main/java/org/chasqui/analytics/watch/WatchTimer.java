package org.chasqui.analytics.watch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Writes down what was heard every quarter of a minute, and asks every hour for what has not been compared. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class WatchTimer {
    @Inject
    HearingWatch hearing;

    @Inject
    TrafficWatch traffic;

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "what was heard of numbers")
    void write() {
        hearing.write();
    }

    @Schedule(hour = "*", minute = "40", persistent = false, info = "our counts beside those of Meta")
    void compare() {
        traffic.compare();
    }
}
