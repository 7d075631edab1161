package org.chasqui.api.botmaker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static Optional<Instant> read(String text) {
        return Times.read(Arguments.of(JsonNodeFactory.instance.objectNode().put("from", text)), "from");
    }

    @Test
    void daysAndTimesAreRead() {
        assertThat(read("2026-11-22")).contains(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(read("2026-11-22T10:00:00 01:00")).contains(Instant.parse("2026-11-22T09:00:00Z"));
    }

    /** The last two are times to Java, and none to the database. */
    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "+999999999-01-01T00:00:00Z", "-99999-01-01T00:00:00Z"})
    void whatIsNoTimeIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(RequestFailed.class).hasMessageContaining("from");
    }
}
