package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Which breaker an endpoint has: that of its language, where it has one of its own. */
@ApplicationScoped
class Breakers {
    @Inject
    @Any
    Instance<WebhookFormat> formats;

    @Inject
    WebhookConfig config;

    Breaker of(Endpoint endpoint) {
        return formats.stream()
                .filter(format -> format.name().equals(endpoint.wording().format()))
                .findFirst()
                .flatMap(WebhookFormat::breaker)
                .orElseGet(() -> Breaker.usual(config.firstPause()));
    }
}
