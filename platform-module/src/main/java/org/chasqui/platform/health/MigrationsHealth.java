package org.chasqui.platform.health;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.chasqui.platform.migrations.DatabaseReady;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when all migrations have run and everybody who waits for them has been told. */
@Readiness
@ApplicationScoped
class MigrationsHealth implements HealthCheck {
    private volatile boolean done;

    void finished(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) DatabaseReady ready) {
        done = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migrations").status(done).build();
    }
}
