package org.chasqui.api.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.chasqui.api.conformance.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphAddressTest {
    private final GraphDialect dialect = new GraphDialect();

    @Test
    void theVersionMayBeLeftOut() {
        assertThat(GraphAddress.of("/v24.0/123/messages")).isEqualTo(new GraphAddress("v24.0", "/123/messages"));
        assertThat(GraphAddress.of("/123/messages")).isEqualTo(new GraphAddress(null, "/123/messages"));
        assertThat(GraphAddress.of("/v24.0")).isEqualTo(new GraphAddress("v24.0", "/"));
        assertThat(GraphAddress.of("")).isEqualTo(new GraphAddress(null, "/"));
    }

    @ParameterizedTest
    @Covers("G0-1")
    @ValueSource(strings = {"/graph", "/graph/v24.0/123", "/graph/123", "/v24.0/123/messages", "/v16.0/123", "/v100.0"})
    void belowGraphAndBelowAVersionAtTheRoot(String path) {
        assertThat(dialect.claims(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/graphs", "/v1/messages", "/v2.0/channels", "/v2.0", "/messages", "/123456", "/v24", "/v1.0/x"})
    void andNowhereElse(String path) {
        assertThat(dialect.claims(path)).isFalse();
    }
}
