package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void percentilesAreRightToAFewPercent() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 1; i <= 10_000; i++) {
            histogram.record(i);
        }

        assertThat(histogram.percentile(0.5)).isCloseTo(5_000, Percentage.withPercentage(7));
        assertThat(histogram.percentile(0.99)).isCloseTo(9_900, Percentage.withPercentage(7));
        assertThat(histogram.count()).isEqualTo(10_000);
    }

    @Test
    void serviceMessagesStartAgainWithTheMonth() {
        MonthlyCount count = new MonthlyCount();
        long november = Instant.parse("2026-11-30T23:59:59Z").toEpochMilli();
        long december = Instant.parse("2026-12-01T00:00:00Z").toEpochMilli();

        assertThat(count.countedBefore(november)).isZero();
        assertThat(count.countedBefore(november)).isEqualTo(1);
        assertThat(count.countedBefore(december)).isZero();
        count.restore(202611, 500, december);
        assertThat(count.count()).isEqualTo(1);
        count.restore(202612, 500, december);
        assertThat(count.countedBefore(december)).isEqualTo(500);
    }

    @Test
    void theTallyCountsAMillionTexts() {
        Ledger.Tally tally = new Ledger.Tally();
        for (int i = 0; i < 1_000_000; i++) {
            tally.add(Ledger.hash("message-" + i + ".1"));
        }
        tally.add(Ledger.hash("message-77.1"));

        assertThat(tally.size()).isEqualTo(1_000_000);
        assertThat(tally.repeated()).isEqualTo(1);
        assertThat(tally.take(Ledger.hash("message-77.1"))).isEqualTo(2);
        assertThat(tally.take(Ledger.hash("message-77.1"))).isZero();
    }

    @Test
    void jsonTextsAreEscapedAndAscii() {
        StringBuilder out = new StringBuilder();
        Json.quote(out, "a\"b\\c\n\u00e9\ud83d\ude00 end");
        var read = Json.read(out.toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(read).isNotNull();
        assertThat(read.asText()).isEqualTo("a\"b\\c\n\u00e9\ud83d\ude00 end");
        out.setLength(0);
        Json.quote(out, "");
        assertThat(out).hasToString("\"\"");
    }

    @Test
    void theTranscriptIsBounded() {
        Transcript transcript = new Transcript(10, 1 << 20);
        BusinessNumber number = new BusinessNumber("1", new Waba("2", "w"), "1555", "n", Throughput.HIGH);
        for (int i = 0; i < 100; i++) {
            transcript.add(new InboundMessage(
                    number, new InboundMessage.Facts(i, i, "1650", "Ana", "wamid." + i, Json.object())));
        }

        assertThat(transcript.all()).hasSize(10);
        assertThat(transcript.inbound("wamid.89")).isNull();
        assertThat(transcript.inbound("wamid.90")).isNotNull();
    }
}
