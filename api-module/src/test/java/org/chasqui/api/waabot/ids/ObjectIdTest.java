package org.chasqui.api.waabot.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdTest {
    private static final Instant MADE = Instant.parse("2021-12-20T14:02:07.472Z");

    private final Ids ids = new Ids(Clock.fixed(MADE, ZoneOffset.UTC));

    @Test
    void beginsWithTheSecondAsInTheSeed() {
        assertThat(ObjectId.of(ids.next())).hasSize(24).startsWith("61c08cdf");
    }

    @Test
    void leadsBackToTheIdThatItStandsForAndToNoOtherOfThatMillisecond() {
        var given = new HashSet<String>();
        for (int i = 0; i < 3_000; i++) {
            var id = ids.next();
            var text = ObjectId.of(id);
            assertThat(given.add(text)).as(text).isTrue();

            var range = ObjectId.parse(text).orElseThrow();

            assertThat(range.holds(id)).isTrue();
            assertThat(range.holds(ids.next())).isFalse();
            assertThat(ObjectId.of(range.first())).isEqualTo(text);
            assertThat(ObjectId.of(range.last())).isEqualTo(text);
            assertThat(ObjectId.of(range.behind())).isNotEqualTo(text);
        }
    }

    @Test
    void theEndsOfARangeAreInItAndWhatStandsBesideThemIsNot() {
        var range = ObjectId.parse("61c08cdf2ff357329471bbb1").orElseThrow();

        assertThat(range.holds(range.first())).isTrue();
        assertThat(range.holds(range.last())).isTrue();
        assertThat(range.holds(range.behind())).isFalse();
        assertThat(range.holds(new UUID(
                        range.first().getMostSignificantBits(), range.first().getLeastSignificantBits() - 1)))
                .isFalse();
        assertThat(range.first().version()).isEqualTo(7);
        assertThat(range.first().variant()).isEqualTo(2);
    }

    @Test
    void capitalsAreTheSame() {
        var id = ids.next();

        assertThat(ObjectId.parse(ObjectId.of(id).toUpperCase(Locale.ROOT))
                        .orElseThrow()
                        .holds(id))
                .isTrue();
    }

    @Test
    void reachesIntoTheNextCentury() {
        var late = new Ids(Clock.fixed(Instant.parse("2105-01-01T00:00:00.999Z"), ZoneOffset.UTC)).next();

        assertThat(ObjectId.parse(ObjectId.of(late)).orElseThrow().holds(late)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "61c08cdf",
                "61c08cdf2ff357329471bbb",
                "61c08cdf2ff357329471bbb11",
                "61c08cdg2ff357329471bbb1",
                // no second has a thousandth millisecond
                "61c08cdfffffffffffffffff",
                "0184-28a5-439a-a1cd-fc6f"
            })
    void whatWeCannotHaveGivenIsNone(String text) {
        assertThat(ObjectId.parse(text)).isEmpty();
    }
}
