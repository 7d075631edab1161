package org.chasqui.analytics.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardBookTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-22T10:00:00Z");

    private final CardBook meta = new CardBook(RateCards.shipped());

    @ParameterizedTest
    @CsvSource({
        "BR, MARKETING, 2025-11-01T00:00:00Z, 0.0625",
        "FR, MARKETING, 2025-12-31T23:59:59Z, 0.1432",
        "FR, MARKETING, 2026-01-01T00:00:00Z, 0.0859",
        "TR, UTILITY, 2026-03-31T23:59:59Z, 0.0053",
        "TR, UTILITY, 2026-04-01T00:00:00Z, 0.0009",
        "SA, MARKETING, 2026-05-01T00:00:00Z, 0.0501",
        "US, UTILITY, 2026-02-01T00:00:00Z, 0.0034",
        "CA, UTILITY, 2026-02-01T00:00:00Z, 0.0034",
        "XK, MARKETING, 2026-02-01T00:00:00Z, 0.0604"
    })
    void aPriceHoldsFromItsDayOn(String country, PriceCategory category, Instant at, BigDecimal amount) {
        assertThat(meta.price(country, category, "USD", at))
                .hasValueSatisfying(price -> assertThat(price.amount()).isEqualByComparingTo(amount));
    }

    @Test
    void serviceIsFreeUntilTheEndOfSeptember2026AndCostsWhatUtilityCostsFromThen() {
        var before = meta.price("BR", PriceCategory.SERVICE, "USD", Instant.parse("2026-09-30T23:59:59Z"));
        var since = meta.price("BR", PriceCategory.SERVICE, "USD", Instant.parse("2026-10-01T00:00:00Z"));
        var unpublished = meta.price("ES", PriceCategory.SERVICE, "USD", NOVEMBER);

        assertThat(before.orElseThrow().amount()).isZero();
        assertThat(since.orElseThrow().amount()).isEqualByComparingTo("0.0068");
        assertThat(unpublished.orElseThrow().amount())
                .as("Spain's utility rate")
                .isEqualByComparingTo("0.0200");
    }

    @Test
    void whatANewCardLeavesOutGoesOnAsBeforeAndSaysSo() {
        var brazil = meta.price("BR", PriceCategory.MARKETING, "USD", NOVEMBER).orElseThrow();
        var utility = meta.price("BR", PriceCategory.UTILITY, "USD", NOVEMBER).orElseThrow();

        assertThat(brazil.amount()).isEqualByComparingTo("0.0625");
        assertThat(brazil.effectiveOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(brazil.carried()).isTrue();
        assertThat(utility.effectiveOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(utility.carried()).isFalse();
    }

    @Test
    void aCountryThatBecameAMarketKeepsThePriceOfItsRegionUntilItsOwnIsKnown() {
        var price = meta.price("SG", PriceCategory.MARKETING, "USD", NOVEMBER).orElseThrow();
        var own = meta.price("SG", PriceCategory.UTILITY, "USD", NOVEMBER).orElseThrow();

        assertThat(price.market()).isEqualTo("Rest of Asia Pacific");
        assertThat(price.amount()).isEqualByComparingTo("0.0732");
        assertThat(own.market()).isEqualTo("Singapore");
        assertThat(own.amount()).isEqualByComparingTo("0.016");
    }

    @Test
    void aCurrencyWithoutACardHasNoPriceRatherThanAnInventedOne() {
        assertThat(meta.price("BR", PriceCategory.MARKETING, "MXN", NOVEMBER)).isEmpty();
    }

    @Test
    void aCardOfOnesOwnGoesBeforeMetasOfTheSameDayAndNotBeforeANewerOne() {
        var cards = new ArrayList<>(RateCards.shipped());
        own("2026-04-01,USD,BR,utility,1,0.0060\n2026-04-01,USD,Rest of Africa,utility,1,0.0010", cards);
        var book = new CardBook(cards);
        var may = Instant.parse("2026-05-01T00:00:00Z");

        assertThat(book.price("BR", PriceCategory.UTILITY, "USD", may)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("0.0060");
        assertThat(book.price("KE", PriceCategory.UTILITY, "USD", may)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("0.0010");
        assertThat(book.price("BR", PriceCategory.UTILITY, "USD", NOVEMBER)
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("0.0068");
    }

    @Test
    void rebatesByVolumeArePartOfTheCard() {
        var price = meta.price("KE", PriceCategory.UTILITY, "USD", NOVEMBER).orElseThrow();

        assertThat(price.tiers().cost(0, 100_000)).isEqualByComparingTo("400");
        assertThat(price.tiers().cost(99_999, 2)).isEqualByComparingTo("0.0078");
        assertThat(meta.price("KE", PriceCategory.SERVICE, "USD", NOVEMBER)
                        .orElseThrow()
                        .tiers()
                        .cost(99_999, 2))
                .as("service knows no rebates")
                .isEqualByComparingTo("0.0080");
    }

    private static void own(String lines, ArrayList<RateCard> cards) {
        var text = "effective_on,currency,market,category,from_message,price\n" + lines;
        RateCardCsv.read(new StringReader(text), "Our partner")
                .forEach(card -> cards.add(
                        new RateCard(new UUID(1, 1), card.name(), card.currency(), card.effectiveOn(), card.prices())));
    }
}
