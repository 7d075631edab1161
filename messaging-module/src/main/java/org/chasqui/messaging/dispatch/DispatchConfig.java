package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the way to Meta; docs/configuration.md explains each. */
@ApplicationScoped
class DispatchConfig {
    @Inject
    @ConfigProperty(name = "chasqui.dispatch.connections", defaultValue = "256")
    int connections;

    @Inject
    @ConfigProperty(name = "chasqui.dispatch.connections-per-number", defaultValue = "128")
    int connectionsPerNumber;

    @Inject
    @ConfigProperty(name = "chasqui.dispatch.connect-timeout", defaultValue = "PT3S")
    String connectTimeout;

    @Inject
    @ConfigProperty(name = "chasqui.dispatch.response-timeout", defaultValue = "PT20S")
    String responseTimeout;

    @Inject
    @ConfigProperty(name = "chasqui.dispatch.resend-authentication-after", defaultValue = "PT20S")
    String resendAuthenticationAfter;

    int connections() {
        return connections;
    }

    int connectionsPerNumber() {
        return connectionsPerNumber;
    }

    Duration connectTimeout() {
        return Duration.parse(connectTimeout);
    }

    Duration responseTimeout() {
        return Duration.parse(responseTimeout);
    }

    /** How long an unanswered one-time code waits for a status before it is posted again. */
    Duration resendAuthenticationAfter() {
        return Duration.parse(resendAuthenticationAfter);
    }
}
