package org.chasqui.api.botmaker.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.keys.Scope;
import org.junit.jupiter.api.Test;

class ShownTokenTest {
    private static final Subscription SUBSCRIPTION = new Subscription(
            new UUID(2, 2),
            new UUID(1, 1),
            Kind.MESSAGES,
            List.of(new UUID(3, 3)),
            "secret",
            Switches.USUAL,
            Instant.parse("2026-11-22T10:00:00Z"));

    private static Client client(String scope) {
        return new Client(new UUID(1, 1), new UUID(5, 5), "Shop", Set.of(scope), null);
    }

    @Test
    void onlyWhoMaySetATokenIsShownOne() {
        assertThat(WebhookEndpoints.token(client(Scope.WRITE), SUBSCRIPTION)).isEqualTo("secret");
        assertThat(WebhookEndpoints.token(client(Scope.ALL), SUBSCRIPTION)).isEqualTo("secret");
        assertThat(WebhookEndpoints.token(client(Scope.READ), SUBSCRIPTION)).isNull();
    }
}
