package org.chasqui.messaging.webhooks;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.chasqui.platform.config.StartRefused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the way to customers; docs/configuration.md explains each. */
@ApplicationScoped
class WebhookConfig {
    @Inject
    @ConfigProperty(name = "chasqui.webhooks.connections", defaultValue = "64")
    int connections;

    @Inject
    @ConfigProperty(name = "chasqui.webhooks.connections-per-endpoint", defaultValue = "16")
    int connectionsPerEndpoint;

    @Inject
    @ConfigProperty(name = "chasqui.webhooks.first-retry", defaultValue = "PT5S")
    String firstRetry;

    @Inject
    @ConfigProperty(name = "chasqui.webhooks.first-pause", defaultValue = "PT1M")
    String firstPause;

    /** Looks at everything once at the start: a mistake must not wait for the first delivery. */
    @PostConstruct
    void check() {
        positive("chasqui.webhooks.connections", connections);
        positive("chasqui.webhooks.connections-per-endpoint", connectionsPerEndpoint);
        positive("chasqui.webhooks.first-retry", firstRetry);
        positive("chasqui.webhooks.first-pause", firstPause);
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
        throw new StartRefused(key + " must be a duration such as PT5S, not \"" + duration + "\".");
    }

    /** Calls that this node has under way at most. */
    int connections() {
        return connections;
    }

    /** Calls that one endpoint gets at a time at most, when it answers quickly ({@link Tempo}). */
    int connectionsPerEndpoint() {
        return connectionsPerEndpoint;
    }

    RetrySchedule schedule() {
        return new RetrySchedule(Duration.parse(firstRetry));
    }

    /** How long an endpoint rests when its breaker opens for the first time. */
    Duration firstPause() {
        return Duration.parse(firstPause);
    }
}
