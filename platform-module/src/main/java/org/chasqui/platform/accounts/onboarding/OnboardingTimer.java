package org.chasqui.platform.accounts.onboarding;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.chasqui.platform.graph.GraphReach;

/** Takes up what is due: a step that is tried again, and what a process that died has left behind. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class OnboardingTimer {
    private static final int AT_ONCE = 20;

    @Inject
    OnboardingStore store;

    @Inject
    GraphReach reach;

    @Inject
    Clock clock;

    @EJB
    OnboardingRunner runner;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "onboardings that go on")
    void look() {
        var due = store.due(clock.instant(), AT_ONCE);
        if (!due.isEmpty() && reach.isOpen()) {
            due.forEach(runner::advance);
        }
    }
}
