package org.chasqui.platform.accounts.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.chasqui.platform.accounts.health.Finding.Verdict;
import org.junit.jupiter.api.Test;

class TrafficJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:20:00Z");

    @Test
    void nobodyWritingIsSaidWithWhatIsUsual() {
        var quiet = new Traffic.Quiet(Instant.parse("2026-11-22T11:00:00Z"), 24);

        var finding = TrafficJudge.inbound(Optional.of(quiet), NOW);

        assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding.text()).contains("4 h", "24 messages");
        assertThat(finding.advice()).contains("callback");
        assertThat(TrafficJudge.inbound(Optional.empty(), NOW).verdict()).isEqualTo(Verdict.GOOD);
    }

    @Test
    void aGapIsSaidWithBothCounts() {
        var gap = new Traffic.Gap(LocalDate.parse("2026-11-21"), 120, 119, 110, 80);

        var finding = TrafficJudge.counts(Optional.of(gap));

        assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding.text()).contains("2026-11-21", "120 sent", "110 delivered", "119 and 80");
        assertThat(TrafficJudge.counts(Optional.empty()).verdict()).isEqualTo(Verdict.GOOD);
    }
}
