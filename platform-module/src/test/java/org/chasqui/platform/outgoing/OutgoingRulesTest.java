package org.chasqui.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.testing.GivenConfig;
import org.junit.jupiter.api.Test;

class OutgoingRulesTest {
    @Test
    void privateNetworksAreOpenOnlyWhereNothingIsReal() {
        assertThat(allows(Map.of())).as("the sandbox alone").isTrue();
        assertThat(allows(Map.of("chasqui.meta.app-id", "1"))).isFalse();
        assertThat(allows(Map.of("chasqui.meta.app-id", "1", "chasqui.sandbox.enabled", "true")))
                .as("the sandbox beside a real app")
                .isFalse();
        assertThat(allows(Map.of("chasqui.meta.app-id", "1", "chasqui.webhooks.allow-insecure", "true")))
                .as("as the operator says")
                .isTrue();
    }

    private static boolean allows(Map<String, String> operator) {
        return OutgoingRules.from(new Settings(new GivenConfig(operator))).allowsInsecure();
    }
}
