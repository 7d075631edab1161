package org.chasqui.web.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chasqui.api.conformance.Conformance.Promise;
import org.junit.jupiter.api.Test;

class PromiseRowTest {
    @Test
    void whatStandsBetweenBackticksIsCode() {
        var row =
                new PromiseRow(new Promise("S1-7", "A success is `{status: true}`, always", List.of("EnvelopeTest.x")));

        assertThat(row.getPieces())
                .extracting(PromiseRow.Piece::getText)
                .containsExactly("A success is ", "{status: true}", ", always");
        assertThat(row.getPieces()).extracting(PromiseRow.Piece::isCode).containsExactly(false, true, false);
    }

    @Test
    void aSentenceMayBeginWithCode() {
        var row = new PromiseRow(new Promise("S1-9", "`PUT /x`: six switches", List.of()));

        assertThat(row.getPieces()).extracting(PromiseRow.Piece::isCode).containsExactly(true, false);
    }
}
