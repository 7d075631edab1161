package org.chasqui.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.config.Settings;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Retention retention = new Retention();

    RetentionTest() {
        retention.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        retention.settings = new Settings((Config) null) {
            @Override
            public int number(String key, int fallback, int least, int most) {
                return key.equals("chasqui.retention.events-days") ? 7 : fallback;
            }
        };
    }

    /** Remembers what it was asked for. */
    private record Asked(Kept kept, List<Instant> before, List<String> after) implements Perishable {
        private static Asked of(Kept kept) {
            return new Asked(kept, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Batch removeNext(Instant limit, String last) {
            before.add(limit);
            after.add(last);
            return new Batch(1, after.size() < 3 ? Optional.of("place " + after.size()) : Optional.empty());
        }
    }

    @Test
    void goesOnWhereTheBatchBeforeEndedUntilThereIsNoMore() {
        var events = Asked.of(Kept.EVENTS);

        retention.run(List.of(events));

        assertThat(events.after()).containsExactly("", "place 1", "place 2");
        assertThat(events.before()).containsOnly(NOW.minus(Duration.ofDays(7)));
    }

    @Test
    void whatFailsKeepsNothingElseFromGoing() {
        var broken = new Perishable() {
            @Override
            public Kept kept() {
                return Kept.EVENTS;
            }

            @Override
            public Batch removeNext(Instant before, String after) {
                throw new IllegalStateException("the database is away");
            }
        };
        var files = Asked.of(Kept.MEDIA);

        retention.run(List.of(broken, files));

        assertThat(files.before()).containsOnly(NOW.minus(Duration.ofDays(90)));
    }

    @Test
    void noIdThatWasMadeThenIsBelowTheOneOfThatTime() {
        var at = Instant.parse("2026-11-22T10:00:00.123Z");
        var made = new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);

        assertThat(TimeOrder.idAt(at).toString()).isLessThanOrEqualTo(made.toString());
        assertThat(TimeOrder.idAt(at.plusMillis(1)).toString()).isGreaterThan(made.toString());
    }

    @Test
    void eachSettingHasADefaultOfWeeks() {
        for (var kept : Kept.values()) {
            assertThat(kept.key()).startsWith("chasqui.retention.").endsWith("-days");
            assertThat(kept.days()).isBetween(14, 365);
        }
    }
}
