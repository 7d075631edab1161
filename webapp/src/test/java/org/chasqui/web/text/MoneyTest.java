package org.chasqui.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static Money of(String... amounts) {
        return Money.of(Stream.of(amounts).map(BigDecimal::new));
    }

    @Test
    void hasCentsWhereThatIsExact() {
        assertThat(of("0", "1.5", "1234.500000").text(new BigDecimal("1235"), "USD"))
                .isEqualTo("USD 1,235.00");
        assertThat(of().text(BigDecimal.ZERO)).isEqualTo("0.00");
        assertThat(of("1E+3").text(new BigDecimal("1E+3"))).isEqualTo("1,000.00");
    }

    @Test
    void hasAsManyDecimalsAsTheFinestAmountBesideIt() {
        var money = of("0.78", "0.1054");

        assertThat(money.text(new BigDecimal("0.78"))).isEqualTo("0.7800");
        assertThat(money.text(new BigDecimal("0.1054"))).isEqualTo("0.1054");
        assertThat(money.text(new BigDecimal("0.8854"))).isEqualTo("0.8854");
    }

    @Test
    void whatIsShownAddsUp() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var amounts = random.longs(1 + random.nextInt(9), 0, 1_000_000)
                    .mapToObj(value -> BigDecimal.valueOf(value, random.nextInt(9)))
                    .toList();
            var money = Money.of(amounts.stream());

            var shown = amounts.stream().map(money::text).map(MoneyTest::read).reduce(BigDecimal.ZERO, BigDecimal::add);
            var sum = money.text(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(shown).as(amounts.toString()).isEqualByComparingTo(read(sum));
        }
    }

    private static BigDecimal read(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    @Test
    void anAverageIsRounded() {
        assertThat(List.of(
                        Money.average(new BigDecimal("0.062534"), "USD"),
                        Money.average(new BigDecimal("12.345"), "USD")))
                .containsExactly("USD 0.0625", "USD 12.35");
    }
}
