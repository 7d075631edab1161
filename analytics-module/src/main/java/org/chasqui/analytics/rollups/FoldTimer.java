package org.chasqui.analytics.rollups;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Folds counts every two minutes. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class FoldTimer {
    @Inject
    Folding folding;

    @Schedule(hour = "*", minute = "*/2", persistent = false, info = "counts by day")
    void run() {
        folding.run();
    }
}
