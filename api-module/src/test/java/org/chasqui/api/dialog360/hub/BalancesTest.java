package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.Costs;
import org.chasqui.analytics.costs.PriceCategory;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Told;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class BalancesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID ACCOUNT = new UUID(0, 2);
    private static final UUID NUMBER = new UUID(0, 3);

    private final List<Instant> asked = new ArrayList<>();
    private final Balances balances = new Balances();

    BalancesTest() {
        balances.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        balances.numbers = new PhoneNumbers() {
            @Override
            public List<SenderNumber> list(UUID workspaceId) {
                return List.of(number(NUMBER, ACCOUNT), number(new UUID(0, 4), new UUID(0, 5)));
            }
        };
        balances.costs = new Costs() {
            @Override
            public CostReport report(CountFilter filter, Instant since, Instant until, ZoneId zone) {
                assertThat(filter.numberId()).as("numbers of the client alone").isEqualTo(NUMBER);
                asked.addAll(List.of(since, until));
                return new CostReport(since, until, CostReport.PER_MESSAGE, List.of(used()));
            }
        };
    }

    @Test
    void tellsThisMonthByCategoryUnlessAskedForMore() {
        var told = tell("{}");

        assertThat(asked).containsExactly(Instant.parse("2026-11-01T00:00:00Z"), NOW);
        assertThat(told.path("balance").asInt()).isZero();
        assertThat(told.path("currency").asText()).isEqualTo("EUR");
        assertThat(told.path("estimated_template_cost").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(told.path("granularity").asText()).isEqualTo("month");
        assertThat(told.path("usage")).hasSize(1);
        var month = told.at("/usage/0");
        assertThat(month.path("period_date").asText()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(month.path("marketing_quantity").asLong()).isEqualTo(5);
        assertThat(month.path("marketing_paid_quantity").asLong()).isEqualTo(4);
        assertThat(month.path("marketing_price").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(month.path("service_quantity").asLong()).isEqualTo(10);
        assertThat(month.path("utility_quantity").asLong()).isZero();
        assertThat(month.path("quantity").asLong()).isEqualTo(15);
        assertThat(month.path("paid_quantity").asLong()).isEqualTo(4);
        assertThat(month.path("free_quantity").asLong()).isEqualTo(11);
        assertThat(month.path("total_price").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(month.has("price")).isFalse();
    }

    @Test
    void tellsAnyTimeByDays() {
        var told = tell("{\"start_date\":1793836800,\"end_date\":\"1795341600000\",\"granularity\":\"DAY\"}");

        assertThat(asked)
                .containsExactly(Instant.ofEpochSecond(1_793_836_800L), Instant.ofEpochMilli(1_795_341_600_000L));
        assertThat(told.path("usage")).hasSize(2);
        assertThat(told.at("/usage/1/period_date").asText()).isEqualTo("2026-11-12T00:00:00Z");
    }

    @Test
    void refusesATimeWithoutLengthAndOtherPeriods() {
        assertThatThrownBy(() -> tell("{\"start_date\":1795341600,\"end_date\":1795341600}"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("end_date");
        assertThatThrownBy(() -> tell("{\"granularity\":\"hour\"}")).isInstanceOf(RequestFailed.class);
    }

    @Test
    void refusesATimeThatTheDatabaseHasNoWordFor() {
        for (var time : List.of("9000000000000000000", "1e25", "-1")) {
            assertThatThrownBy(() -> tell("{\"end_date\":\"" + time + "\"}"))
                    .as(time)
                    .isInstanceOf(RequestFailed.class)
                    .hasMessageContaining("1970");
        }
        assertThat(asked).isEmpty();
    }

    private ObjectNode tell(String query) {
        var account =
                new AccountView(ACCOUNT, "1", "Bakery", "EUR", null, "ACTIVE", null, null, null, null, null, null, NOW);
        return balances.of(WORKSPACE, account, Arguments.of((ObjectNode) Told.tree(query)));
    }

    private static CostReport.InCurrency used() {
        return new CostReport.InCurrency(
                "EUR",
                Set.of(NUMBER),
                null,
                sum(15, 5, "0.9"),
                sum(15, 4, "0.4"),
                List.of(),
                List.of(
                        day(11, PriceCategory.MARKETING, sum(2, 1, "0.1")),
                        day(12, PriceCategory.MARKETING, sum(3, 3, "0.3")),
                        day(12, PriceCategory.SERVICE, sum(10, 0, "0"))));
    }

    private static CostReport.Day day(int day, PriceCategory category, CostReport.Sum actual) {
        return new CostReport.Day(LocalDate.of(2026, 11, day), category, sum(0, 0, "0"), actual);
    }

    private static CostReport.Sum sum(long messages, long charged, String amount) {
        return new CostReport.Sum(messages, charged, 0, 0, new BigDecimal(amount));
    }

    private static SenderNumber number(UUID id, UUID account) {
        return new SenderNumber(
                id, WORKSPACE, account, "1", "2", "+1 415-555-0100", null, "GREEN", null, "STANDARD", 80, "CONNECTED");
    }
}
