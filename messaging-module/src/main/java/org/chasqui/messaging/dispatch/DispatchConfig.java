package org.chasqui.messaging.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.chasqui.platform.config.StartRefused;
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

    /** Looks at everything once at the start: a mistake must not wait for the first message. */
    @PostConstruct
    void check() {
        positive("chasqui.dispatch.connections", connections);
        positive("chasqui.dispatch.connections-per-number", connectionsPerNumber);
        positive("chasqui.dispatch.connect-timeout", connectTimeout);
        positive("chasqui.dispatch.response-timeout", responseTimeout);
        positive("chasqui.dispatch.resend-authentication-after", resendAuthenticationAfter);
    }

    private static void positive(String key, int value) {
        if (value < 1) {
            throw new StartRefused(key + " must be 1 or more, not " + value + ".");
        }
    }

    private static void positive(String key, String duration) {
        try {
            if (Duration.parse(duration).compareTo(Duration.ZERO) > 0) {
                return;
            }
        } catch (DateTimeParseException noDuration) {
            // Falls through to the same sentence.
        }
        throw new StartRefused(key + " must be a duration such as PT20S, not \"" + duration + "\".");
    }

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
