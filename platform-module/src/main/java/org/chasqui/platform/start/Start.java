package org.chasqui.platform.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.migrations.DatabaseReady;

/** The order of the start, before anybody else does anything with the database. */
@ApplicationScoped
class Start {
    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject
    GraphConfig graph;

    @Inject
    SharedKey sharedKey;

    @Inject
    FirstStart firstStart;

    @Inject
    Announcement announcement;

    @Inject
    SandboxConnection sandbox;

    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DatabaseReady ready) {
        try {
            LOG.log(Level.INFO, "Graph is at {0}", graph.baseUrl());
            graph.appSecrets();
            graph.verifyToken();
            sharedKey.check();
            firstStart.run().ifPresent(announcement::firstStart);
        } catch (StartRefused refused) {
            LOG.log(Level.ERROR, "Chasqui does not start: {0}", refused.getMessage());
            // The launcher shares the JVM and tells this sentence instead of a stack trace.
            System.setProperty("chasqui.start-refused", String.valueOf(refused.getMessage()));
            throw refused;
        }
        if (graph.isSandbox()) {
            sandbox.begin();
        }
    }
}
