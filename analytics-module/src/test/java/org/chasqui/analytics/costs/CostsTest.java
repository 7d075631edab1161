package org.chasqui.analytics.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.CountTables;
import org.chasqui.analytics.rollups.DayOfWorkspace;
import org.chasqui.analytics.rollups.DaySheets;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID OTHERS = new UUID(1, 2);
    private static final UUID NUMBER = new UUID(2, 1);
    private static final UUID EURO_NUMBER = new UUID(2, 2);

    private final AnalyticsDatabase database = new AnalyticsDatabase();
    private final RateCards rateCards = new RateCards();
    private final Costs costs = new Costs();

    CostsTest() {
        rateCards.store = new RateCardStore();
        rateCards.store.jdbc = database.jdbc();
        rateCards.ids = new Ids(CLOCK);
        rateCards.clock = CLOCK;
        costs.jdbc = database.jdbc();
        costs.tables = new CountTables(database.jdbc(), CLOCK);
        costs.rateCards = rateCards;
        costs.currencies = new AccountCurrencies() {
            @Override
            Map<UUID, String> of(UUID workspaceId) {
                return Map.of(NUMBER, "USD", EURO_NUMBER, "EUR");
            }

            @Override
            String ofAccount(UUID workspaceId, UUID accountId) {
                return "USD";
            }
        };
        rateCards.currencies = costs.currencies;
    }

    @Test
    void estimateAndActualStandApartByCategoryAndMarket() {
        accepted(NUMBER, "marketing", "BR", NOW, 100);
        accepted(NUMBER, "utility", "BR", NOW, 10);
        priced(NUMBER, "marketing", "BR", NOW, "PMP", "regular", "marketing", 1, 90);
        priced(NUMBER, "marketing", "BR", NOW, "PMP", "free_entry_point", "marketing", 0, 5);
        priced(NUMBER, "utility", "BR", NOW, "PMP", "regular", "marketing", 1, 10);

        var usd = only(report(all(), NOW, NOW.plusSeconds(3600)));

        assertThat(usd.estimate().amount()).isEqualByComparingTo("6.318");
        assertThat(usd.estimate().messages()).isEqualTo(110);
        assertThat(usd.actual().amount())
                .as("Meta moved ten of them to marketing")
                .isEqualByComparingTo("6.25");
        assertThat(usd.actual().messages()).isEqualTo(105);
        assertThat(usd.actual().charged()).isEqualTo(100);
        assertThat(usd.rateCard()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(sum(usd))
                .as("lines and days add up to the whole")
                .containsOnly(usd.estimate().amount());
    }

    @Test
    void whatIsCountedByTheMonthIsCountedFromItsBeginningAndForAllMessages() {
        accepted(NUMBER, "service", "BR", Instant.parse("2026-11-03T08:00:00Z"), 700);
        accepted(NUMBER, "service", "NG", NOW, 400);

        var today = only(report(all(), NOW, NOW.plusSeconds(3600)));
        var brazil = report(
                new CountFilter(WORKSPACE, null, null, null, null, Set.of("BR"), false),
                Instant.parse("2026-11-01T00:00:00Z"),
                NOW.plusSeconds(3600));

        assertThat(today.estimate().messages()).isEqualTo(400);
        assertThat(today.estimate().charged()).isEqualTo(100);
        assertThat(today.estimate().amount()).isEqualByComparingTo("0.67");
        assertThat(only(brazil).estimate().charged()).isZero();
        assertThat(only(brazil).estimate().messages()).isEqualTo(700);
    }

    @Test
    void eachCurrencyIsToldApartAndWhatHasNoPriceIsSaid() {
        accepted(NUMBER, "utility", "IT", NOW, 10);
        accepted(EURO_NUMBER, "utility", "IT", NOW, 10);
        accepted(EURO_NUMBER, "utility", "BR", NOW, 3);

        var report = report(all(), NOW, NOW.plusSeconds(3600));

        assertThat(report.currencies())
                .extracting(CostReport.InCurrency::currency)
                .containsExactly("EUR", "USD");
        assertThat(report.currencies().get(0).numbers()).containsExactly(EURO_NUMBER);
        assertThat(report.currencies().get(0).estimate().amount()).isEqualByComparingTo("0.248");
        assertThat(report.currencies().get(0).estimate().unpriced()).isEqualTo(3);
        assertThat(report.currencies().get(1).estimate().amount()).isEqualByComparingTo("0.30");
    }

    /** Numbers are added up then, but for the free service messages that each of them has. */
    @Test
    void numbersOfOneCurrencyAreToldTogetherAndEachHasItsFreeMessages() {
        costs.currencies = new AccountCurrencies() {
            @Override
            Map<UUID, String> of(UUID workspaceId) {
                return Map.of(NUMBER, "EUR", EURO_NUMBER, "EUR");
            }
        };
        var gone = new UUID(2, 3);
        for (var number : List.of(NUMBER, EURO_NUMBER, gone)) {
            accepted(number, "utility", "IT", NOW, 10);
            accepted(number, "service", "IT", NOW, 1_001);
            priced(number, "utility", "IT", NOW, "PMP", "regular", "utility", 1, 10);
        }

        var eur = only(report(all(), NOW, NOW.plusSeconds(3600)));

        assertThat(eur.currency()).isEqualTo("EUR");
        assertThat(eur.numbers()).isEmpty();
        assertThat(eur.estimate().messages()).isEqualTo(3_033);
        assertThat(eur.estimate().charged()).isEqualTo(33);
        assertThat(eur.actual().charged()).isEqualTo(30);
        assertThat(eur.actual().amount()).isEqualByComparingTo("0.744");
    }

    @Test
    void anImportedCardPricesThePastAsWellAndTakesThePlaceOfTheOneBefore() {
        accepted(EURO_NUMBER, "utility", "BR", NOW, 10);

        importCard("2026-10-01,EUR,Brazil,utility,1,0.0070");
        importCard("2026-10-01,EUR,Brazil,utility,1,0.0060");

        assertThat(only(report(all(), NOW, NOW.plusSeconds(3600))).estimate().amount())
                .isEqualByComparingTo("0.06");
        var own = rateCards.list(WORKSPACE).stream()
                .filter(card -> card.id() != null)
                .toList();
        assertThat(own).hasSize(1);
        assertThat(rateCards.list(OTHERS)).allMatch(card -> card.id() == null);
        assertThatThrownBy(() -> rateCards.remove(OTHERS, own.get(0).id())).isInstanceOf(RequestFailed.class);
        rateCards.remove(WORKSPACE, own.get(0).id());
        assertThat(only(report(all(), NOW, NOW.plusSeconds(3600))).estimate().unpriced())
                .isEqualTo(10);
    }

    @Test
    void aPriceIsAskedForByMarketOrByCountry() {
        assertThat(rateCards.price(WORKSPACE, "Brazil", PriceCategory.MARKETING, "USD", NOW))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("0.0625"));
        assertThat(rateCards.price(WORKSPACE, "KE", PriceCategory.MARKETING, "USD", NOW))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("0.0225"));
        assertThat(rateCards.price(WORKSPACE, "Singapore", PriceCategory.MARKETING, "USD", NOW))
                .as("named in July 2026, its price is not published yet")
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("0.0732"));
        assertThat(rateCards.market("6591234567", NOW)).isEqualTo("Singapore");
        assertThat(rateCards.quote(WORKSPACE, new UUID(5, 5), "Singapore", PriceCategory.UTILITY, NOW))
                .hasValueSatisfying(quote -> assertThat(quote.effectiveOn()).isEqualTo(LocalDate.of(2026, 10, 1)));
        assertThat(rateCards.price(WORKSPACE, "Atlantis", PriceCategory.MARKETING, "USD", NOW))
                .isEmpty();
    }

    @Test
    void daysAreDaysOfTheZone() {
        accepted(NUMBER, "marketing", "BR", Instant.parse("2026-11-22T02:00:00Z"), 1);

        var report = costs.report(all(), NOW.minus(Duration.ofDays(2)), NOW, ZoneId.of("America/Sao_Paulo"));

        assertThat(only(report).days())
                .singleElement()
                .satisfies(day -> assertThat(day.day()).isEqualTo(LocalDate.of(2026, 11, 21)));
    }

    /** Read from day sheets that are cut where the days of the zone begin: the hours of these days are gone. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Sao_Paulo", "Asia/Kolkata", "UTC"})
    void daysOfAZoneCostTheSameHoweverTheyAreRead(String id) {
        var zone = ZoneId.of(id);
        var first = Instant.parse("2026-11-16T00:00:00Z");
        for (int hour = 0; hour < 96; hour++) {
            var at = first.plus(Duration.ofHours(hour));
            accepted(NUMBER, "service", "BR", at, 20 + hour);
            accepted(EURO_NUMBER, "utility", "IT", at, 3);
            priced(NUMBER, "service", "BR", at, "PMP", "regular", "service", 1, 20 + hour);
        }
        var since = first.plus(Duration.ofHours(5));
        var before = costs.report(all(), since, NOW, zone);
        var days = new DaySheets(database.jdbc(), CLOCK);
        int cut = id.equals("UTC") ? 0 : id.startsWith("America") ? 3 : 19;
        for (int day = 0; day < 4; day++) {
            days.fold(new DayOfWorkspace(WORKSPACE, first.plus(Duration.ofDays(day)), cut));
        }

        assertThat(costs.report(all(), since, NOW, zone)).isEqualTo(before);
        for (var table : List.of("ana_cube", "ana_price")) {
            database.execute("delete from " + table + " where hour >= '" + first.plus(Duration.ofDays(1)) + "'");
        }
        assertThat(costs.report(all(), since, NOW, zone)).isEqualTo(before);
    }

    @Test
    void aZoneByItsOffsetHasItsDaysOnTheSameSideOfUtc() {
        accepted(NUMBER, "marketing", "BR", Instant.parse("2026-11-22T02:00:00Z"), 1);
        accepted(NUMBER, "marketing", "BR", Instant.parse("2026-11-22T04:00:00Z"), 2);

        var west = costs.report(all(), NOW.minus(Duration.ofDays(2)), NOW, ZoneId.of("UTC-3"));

        assertThat(only(west).days())
                .extracting(day -> day.day() + " " + day.estimate().messages())
                .containsExactly("2026-11-21 1", "2026-11-22 2");
    }

    @Test
    void onlyTheHoursThatAreAskedForCount() {
        accepted(NUMBER, "marketing", "BR", Instant.parse("2026-11-21T09:00:00Z"), 5);
        accepted(NUMBER, "marketing", "BR", Instant.parse("2026-11-21T10:00:00Z"), 2);

        var report = costs.report(
                all(),
                Instant.parse("2026-11-21T10:00:00Z"),
                Instant.parse("2026-11-21T11:00:00Z"),
                ZoneId.of("America/Sao_Paulo"));

        assertThat(only(report).estimate().messages()).isEqualTo(2);
    }

    @Test
    void conversationsOfOldAreCountedAndHaveNoPriceOfAMessage() {
        priced(NUMBER, "utility", "BR", NOW, "CBP", "regular", "utility", 1, 4);

        var report = report(all(), NOW, NOW.plusSeconds(3600));

        assertThat(report.model()).isEqualTo(CostReport.PER_CONVERSATION);
        assertThat(only(report).actual().unpriced()).isEqualTo(4);
        assertThat(only(report).actual().amount()).isZero();
    }

    private static Set<BigDecimal> sum(CostReport.InCurrency costs) {
        var lines =
                costs.lines().stream().map(line -> line.estimate().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var days = costs.days().stream().map(day -> day.estimate().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return lines.equals(days) ? Set.of(lines) : Set.of(lines, days);
    }

    private CostReport report(CountFilter filter, Instant since, Instant until) {
        return costs.report(filter, since, until, ZoneOffset.UTC);
    }

    private static CostReport.InCurrency only(CostReport report) {
        assertThat(report.currencies()).hasSize(1);
        return report.currencies().get(0);
    }

    private static CountFilter all() {
        return CountFilter.all(WORKSPACE);
    }

    private void importCard(String line) {
        var text = "effective_on,currency,market,category,from_message,price\n" + line;
        rateCards.importCsv(WORKSPACE, "Our partner", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void accepted(UUID number, String category, String country, Instant hour, long messages) {
        database.execute(String.format(
                "insert into ana_cube (workspace_id, hour, number_id, category, template, campaign_id, country, slot,"
                        + " total, accepted) values ('%s', '%s', '%s', '%s', '', '%s', '%s', 1, %d, %d)",
                WORKSPACE, hour, number, category, new UUID(0, 0), country, messages, messages));
    }

    private void priced(
            UUID number,
            String category,
            String country,
            Instant hour,
            String model,
            String type,
            String said,
            int billable,
            long messages) {
        database.execute(String.format(
                "insert into ana_price values ('%s', '%s', '%s', '%s', '', '%s', '%s', '%s', '%s', '%s', %d, 2, %d)",
                WORKSPACE, hour, number, category, new UUID(0, 0), country, model, type, said, billable, messages));
    }
}
