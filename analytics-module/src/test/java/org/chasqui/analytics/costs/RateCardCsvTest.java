package org.chasqui.analytics.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateCardCsvTest {
    private static final String HEADER = "effective_on,currency,market,category,from_message,price\n";

    @Test
    void aFileMayHoldSeveralCards() {
        var cards = read("2026-10-01,USD,BR,utility,,0.0068\n2026-10-01,EUR,BR,utility,1,0.0062\n"
                + "2027-01-01,USD,BR,utility,1,0.0070\n");

        assertThat(cards).hasSize(3);
        assertThat(cards.get(2).effectiveOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(cards.get(0)
                        .price("BR", PriceCategory.UTILITY)
                        .orElseThrow()
                        .tiers()
                        .list())
                .isEqualByComparingTo("0.0068");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow,USD,BR,utility,1,0.1",
                "2026-10-01,DUCATS,BR,utility,1,0.1",
                "2026-10-01,USD,,utility,1,0.1",
                "2026-10-01,USD,Atlantis,utility,1,0.1",
                "2026-10-01,USD,BR,gossip,1,0.1",
                "2026-10-01,USD,BR,utility,0,0.1",
                "2026-10-01,USD,BR,utility,some,0.1",
                "2026-10-01,USD,BR,utility,1,\"0,1\"",
                "2026-10-01,USD,BR,utility,1,-1",
                "2026-10-01,USD,BR,utility,1,NaN",
                "2026-10-01,USD,BR,utility,1,1e9",
                "2026-10-01,USD,BR,utility,1"
            })
    void aWrongLineIsNamedAndTheWholeFileRefused(String line) {
        assertThatThrownBy(() -> read("2026-10-01,USD,AR,utility,1,0.0260\n" + line))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.fields())
                                .isNotEmpty()
                                .allSatisfy(field -> assertThat(field.message()).contains("line 3")));
    }

    @Test
    void aTierWithoutABeginningAndAPriceThatIsThereTwiceAreRefused() {
        assertThatThrownBy(() -> read("2026-10-01,USD,BR,utility,101,0.0068")).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> read("2026-10-01,USD,BR,utility,1,0.1\n2026-10-01,USD,BR,utility,1,0.2"))
                .isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> RateCardCsv.read(new StringReader("a,b\n1,2"), "x"))
                .isInstanceOf(RequestFailed.class);
    }

    @Test
    void aMarketIsKnownHoweverItIsWritten() {
        var card = read("2026-10-01,USD,rest of africa,utility,1,0.1\n2026-10-01,USD,br,utility,1,0.2")
                .get(0);

        assertThat(card.at("Rest of Africa", PriceCategory.UTILITY)).isPresent();
        assertThat(card.price("BR", PriceCategory.UTILITY)).isPresent();
    }

    private static List<RateCard> read(String lines) {
        return RateCardCsv.read(new StringReader(HEADER + lines), "Our partner");
    }
}
