package org.chasqui.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as long as the database answers. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
    private static final int SECONDS = 3;

    @Inject
    DataSource dataSource;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("database");
        try (var connection = dataSource.getConnection()) {
            return response.status(connection.isValid(SECONDS)).build();
        } catch (SQLException unreachable) {
            return response.down()
                    .withData("reason", "The database cannot be reached")
                    .build();
        }
    }
}
