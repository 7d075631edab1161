package org.chasqui.web.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.chasqui.api.conformance.Conformance.Promise;
import org.chasqui.api.conformance.TestRuns.TestRun;
import org.junit.jupiter.api.Test;

class PromiseRowTest {
    @Test
    void whatStandsBetweenBackticksIsCode() {
        var row = new PromiseRow(
                new Promise("S1-7", "A success is `{status: true}`, always", List.of("EnvelopeTest.x")), null);

        assertThat(row.getPieces())
                .extracting(PromiseRow.Piece::getText)
                .containsExactly("A success is ", "{status: true}", ", always");
        assertThat(row.getPieces()).extracting(PromiseRow.Piece::isCode).containsExactly(false, true, false);
    }

    @Test
    void aSentenceMayBeginWithCode() {
        var row = new PromiseRow(new Promise("S1-9", "`PUT /x`: six switches", List.of()), null);

        assertThat(row.getPieces()).extracting(PromiseRow.Piece::isCode).containsExactly(true, false);
    }

    @Test
    void whenItWasTestedIsSaidOrNotKnown() {
        var promise = new Promise("S1-9", "x", List.of("FooTest.x"));
        var at = Instant.parse("2026-11-22T10:00:00Z");

        assertThat(new PromiseRow(promise, null).getTestedAt()).isNull();
        assertThat(new PromiseRow(promise, null).getCommit()).isEmpty();
        assertThat(new PromiseRow(promise, new TestRun(at, "0123456789ab")).getTestedAt())
                .isEqualTo(at);
        assertThat(new PromiseRow(promise, new TestRun(at, "0123456789ab")).getCommit())
                .isEqualTo("0123456789ab");
    }
}
