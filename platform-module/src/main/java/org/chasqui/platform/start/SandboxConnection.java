package org.chasqui.platform.start;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chasqui.platform.accounts.onboarding.ConnectManually;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.graph.GraphReach;
import org.chasqui.platform.users.Workspaces;
import org.jspecify.annotations.Nullable;

/**
 * Connects the sandbox's WABA to the first workspace, by the same way as a real one: over HTTP. The server answers HTTP
 * only after the application has been deployed, hence in the background and until it works.
 */
@ApplicationScoped
class SandboxConnection {
    private static final Logger LOG = System.getLogger(SandboxConnection.class.getName());
    private static final long PAUSE_MILLIS = 500;
    private static final int QUIET_ATTEMPTS = 60;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Settings settings;

    @Inject
    Workspaces workspaces;

    @Inject
    Onboardings onboardings;

    @Inject
    GraphReach reach;

    @Inject
    Announcement announcement;

    private volatile @Nullable Future<?> attempts;
    private int failures;

    void begin() {
        attempts = executor.scheduleWithFixedDelay(this::attempt, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        var running = attempts;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void attempt() {
        var token = settings.text("chasqui.sandbox.token");
        var waba = settings.text("chasqui.sandbox.waba-id");
        var number = settings.text("chasqui.sandbox.phone-number-id");
        if (token.isEmpty() || waba.isEmpty() || number.isEmpty()) {
            LOG.log(Level.WARNING, "The sandbox is on but names no account of its own: nothing is connected");
            stop();
            return;
        }
        try {
            if (!reach.isOpen()) {
                complain(new IllegalStateException("The sandbox does not answer yet"));
                return;
            }
            var workspace = workspaces.first().orElseThrow();
            onboardings.connectManually(new ConnectManually(
                    workspace.id(), Onboardings.SYSTEM, waba.get(), number.get(), token.get(), null));
            stop();
            LOG.log(Level.INFO, "Sandbox number {0} is connected", number.get());
            announcement.sandboxConnected(number.get());
        } catch (RuntimeException failed) {
            // A scheduled task that throws is never run again.
            complain(failed);
        }
    }

    private void complain(RuntimeException failure) {
        failures++;
        if (failures % QUIET_ATTEMPTS == 0) {
            LOG.log(Level.WARNING, "The sandbox could not be connected yet; it is tried further", failure);
        }
    }
}
