package org.chasqui.analytics.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final UUID NUMBER = new UUID(1, 1);
    private static final UUID OTHER_NUMBER = new UUID(2, 2);

    private final CardBook cards = new CardBook(RateCards.shipped());

    @Test
    void theFirstThousandServiceMessagesOfANumberInAMonthAreFree() {
        var meter = Meter.ofEstimates(cards);

        assertThat(meter.price(service(NUMBER, NOVEMBER, 999)).charged()).isZero();
        assertThat(meter.price(service(NUMBER, NOVEMBER, 2)).charged()).isOne();
        assertThat(meter.price(service(NUMBER, NOVEMBER, 10)).amount()).isEqualByComparingTo("0.068");
        assertThat(meter.price(service(OTHER_NUMBER, NOVEMBER, 1_000)).charged())
                .isZero();
        assertThat(meter.price(service(NUMBER, DECEMBER, 1_000)).charged()).isZero();
    }

    @Test
    void whatMetaCallsChargedHasNoFreeMessagesInIt() {
        assertThat(Meter.ofCharged(cards).price(service(NUMBER, NOVEMBER, 10)).charged())
                .isEqualTo(10);
    }

    @Test
    void noServiceMessageWasChargedBeforeOctober2026AndNoneOfThemUsesUpTheFreeOnes() {
        var meter = Meter.ofEstimates(cards);

        var september = meter.price(service(NUMBER, Instant.parse("2026-09-30T23:00:00Z"), 5_000));

        assertThat(september.charged()).isZero();
        assertThat(september.amount()).isZero();
        assertThat(meter.price(service(NUMBER, Instant.parse("2026-10-01T00:00:00Z"), 1_001))
                        .charged())
                .isOne();
    }

    @Test
    void aMessageWithoutAPriceIsSaidToHaveNone() {
        var charge =
                Meter.ofEstimates(cards).price(new Usage(NOVEMBER, NUMBER, "MXN", "BR", PriceCategory.MARKETING, 7));

        assertThat(charge.unpriced()).isEqualTo(7);
        assertThat(charge.amount()).isZero();
    }

    @Property
    void tiersCostTheSameHoweverTheMessagesAreCutIntoPieces(
            @ForAll @Size(max = 8) List<@IntRange(max = 400) Integer> pieces) {
        var tiers =
                new Tiers(Map.of(1L, new BigDecimal("0.0040"), 101L, new BigDecimal("0.0038"), 501L, BigDecimal.ZERO));
        var sum = BigDecimal.ZERO;
        long before = 0;
        for (int piece : pieces) {
            sum = sum.add(tiers.cost(before, piece));
            before += piece;
        }

        assertThat(sum).isEqualByComparingTo(tiers.cost(0, before));
        assertThat(sum).isEqualByComparingTo(oneByOne(before));
    }

    private static BigDecimal oneByOne(long messages) {
        var sum = BigDecimal.ZERO;
        for (long message = 1; message <= messages; message++) {
            sum = sum.add(new BigDecimal(message <= 100 ? "0.0040" : message <= 500 ? "0.0038" : "0"));
        }
        return sum;
    }

    private static Usage service(UUID number, Instant at, long messages) {
        return new Usage(at, number, "USD", "BR", PriceCategory.SERVICE, messages);
    }
}
