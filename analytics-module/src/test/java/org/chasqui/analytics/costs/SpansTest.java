package org.chasqui.analytics.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    private static List<Instant> instants(String... texts) {
        return Arrays.stream(texts).map(Instant::parse).toList();
    }

    private static Spans spans(String since, String until, ZoneId zone, LocalDate... changes) {
        return Spans.of(Instant.parse(since), Instant.parse(until), zone, Set.of(changes));
    }

    @Test
    void theMonthSoFarIsOneSpanThatIsNotTold() {
        var spans = spans("2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z", ZoneOffset.UTC);

        assertThat(spans.beginnings())
                .startsWith(instants("2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")
                        .toArray(Instant[]::new));
        assertThat(spans.isTold(1)).isFalse();
        assertThat(spans.isTold(2)).isTrue();
        assertThat(spans.beginning(3)).isEqualTo("2026-11-21T00:00:00Z");
    }

    @Test
    void daysAreThoseOfTheZoneCutWhereThePriceOrTheMonthChanges() {
        assertThat(spans(
                                "2026-10-30T03:00:00Z",
                                "2026-11-03T03:00:00Z",
                                SAO_PAULO,
                                LocalDate.of(2026, 10, 15),
                                LocalDate.of(2026, 11, 2),
                                LocalDate.of(2027, 1, 1))
                        .beginnings())
                .startsWith(instants(
                                "2026-10-01T00:00:00Z",
                                "2026-10-15T00:00:00Z",
                                "2026-10-30T03:00:00Z",
                                "2026-10-31T03:00:00Z",
                                "2026-11-01T00:00:00Z",
                                "2026-11-01T03:00:00Z",
                                "2026-11-02T00:00:00Z",
                                "2026-11-02T03:00:00Z")
                        .toArray(Instant[]::new));
    }

    @Test
    void daysOfDaylightSavingTimeHaveTwentyThreeOrTwentyFiveHours() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(spans("2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z", berlin).beginnings())
                .contains(
                        instants("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z").toArray(Instant[]::new))
                .doesNotContain(Instant.parse("2026-10-25T22:00:00Z"));
    }

    @Test
    void anHourBelongsToTheDayInWhichItBegins() {
        assertThat(spans("2026-11-20T00:00:00Z", "2026-11-21T20:00:00Z", ZoneId.of("Asia/Kolkata"))
                        .beginnings())
                .contains(
                        instants("2026-11-20T19:00:00Z", "2026-11-21T19:00:00Z").toArray(Instant[]::new));
    }
}
