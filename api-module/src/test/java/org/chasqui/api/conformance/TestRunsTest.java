package org.chasqui.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.api.conformance.TestRuns.TestRun;
import org.junit.jupiter.api.Test;

class TestRunsTest {
    private final TestRuns runs = new TestRuns(Stream.of(
            "BodyTest\t2026-11-22T10:00:00Z\t0123456789ab",
            "GraphApiIT\t2026-11-22T11:30:00Z\t0123456789ab+",
            "",
            "half a line"));

    @Test
    void aPromiseWasSeenToHoldWhenTheLastOfItsTestsPassed() {
        assertThat(runs.last(List.of("BodyTest.a", "GraphApiIT.b", "NeverIT.c")))
                .contains(new TestRun(Instant.parse("2026-11-22T11:30:00Z"), "0123456789ab+"));
        assertThat(runs.last(List.of("BodyTest.a")))
                .contains(new TestRun(Instant.parse("2026-11-22T10:00:00Z"), "0123456789ab"));
    }

    @Test
    void ofWhatDidNotRunNothingIsKnown() {
        assertThat(runs.last(List.of("NeverIT.c"))).isEmpty();
        assertThat(runs.last(List.of())).isEmpty();
        assertThat(new TestRuns(Stream.empty()).last(List.of("BodyTest.a"))).isEmpty();
    }
}
