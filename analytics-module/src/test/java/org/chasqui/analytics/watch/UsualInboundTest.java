package org.chasqui.analytics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.platform.accounts.health.Traffic.Quiet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** "Usual inbound rate was x, now 0 for y": the other half of the silence, when we send nothing ourselves. */
class UsualInboundTest {
    /** A Sunday; people have written each hour from 08:00 to 20:00 on the days before. */
    private static final Instant NOW = Instant.parse("2026-11-22T15:20:00Z");

    private static AnalyticsDatabase database;

    private final UUID number = UUID.randomUUID();

    @BeforeAll
    static void open() {
        database = new AnalyticsDatabase();
    }

    @Test
    void nobodyWritesAlthoughPeopleUsuallyDo() {
        peopleWrite(6, Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-22T11:00:00Z"));

        // From 11:00 to 15:00 usually 24 messages come in.
        assertThat(usual(NOW).quiet(number)).contains(new Quiet(Instant.parse("2026-11-22T11:00:00Z"), 24));
    }

    @Test
    void anHourThatIsNotOverSaysNothing() {
        peopleWrite(6, Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-22T12:00:00Z"));

        assertThat(usual(Instant.parse("2026-11-22T14:59:59Z")).quiet(number)).isEmpty();
    }

    @Test
    void theNightIsNoAlarm() {
        peopleWrite(6, Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-21T20:00:00Z"));

        assertThat(usual(Instant.parse("2026-11-22T07:59:00Z")).quiet(number)).isEmpty();
    }

    @Test
    void aFewMessagesMayStayAwayByChance() {
        peopleWrite(1, Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-21T20:00:00Z"));

        assertThat(usual(NOW).quiet(number)).isEmpty();
    }

    @Test
    void whatIsUsualTakesWeeksToLearn() {
        peopleWrite(6, Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T20:00:00Z"));

        assertThat(usual(NOW).quiet(number)).isEmpty();
    }

    @Test
    void aNumberThatNobodyWritesToAnyMoreIsForgotten() {
        peopleWrite(60, Instant.parse("2026-08-01T00:00:00Z"), Instant.parse("2026-10-10T00:00:00Z"));

        assertThat(usual(NOW).quiet(number)).isEmpty();
        assertThat(usual(NOW).quiet(UUID.randomUUID())).isEmpty();
    }

    private void peopleWrite(long anHour, Instant from, Instant to) {
        for (var hour = from; hour.isBefore(to); hour = hour.plus(Duration.ofHours(1))) {
            int ofDay = hour.atZone(ZoneOffset.UTC).getHour();
            if (ofDay >= 8 && ofDay < 20) {
                database.count(Sample.WORKSPACE, number, hour, 1, anHour, 0, 0);
            }
        }
    }

    private static UsualInbound usual(Instant now) {
        var usual = new UsualInbound();
        usual.sql = database.jdbc();
        usual.clock = Clock.fixed(now, ZoneOffset.UTC);
        return usual;
    }
}
