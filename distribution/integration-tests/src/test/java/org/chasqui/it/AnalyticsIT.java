package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of analytics after a few messages of several kinds, by a number that sends nothing else. */
@ExtendWith(SharedProduct.class)
class AnalyticsIT {
    private static final String READER = "14155554901";
    private static final String OTHER_READER = "14155554902";
    /** British, and Meta fails what goes to a number that ends in 99 and a code. */
    private static final String FAILING = "442299131026";

    private final Product product;
    private final Api api;

    AnalyticsIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
    }

    @Test
    void theFiguresEqualTheRows() {
        var number = new OwnNumber(product, "Analytics");
        number.sends(READER, "read");
        number.sends(OTHER_READER, "read");
        number.sends(FAILING, "failed");
        number.talksWith(READER);

        var funnel = number.awaitCount("funnel", "/read", 3);
        assertThat(funnel.get("queued").asLong()).isEqualTo(rows(number, "")).isEqualTo(4);
        for (var step : new String[] {"accepted", "sent", "delivered", "read", "replied"}) {
            assertThat(funnel.get(step).asLong()).as(step).isEqualTo(rows(number, "&reached=" + step));
        }
        assertThat(funnel.get("failed").asLong())
                .isEqualTo(rows(number, "&status=failed"))
                .isEqualTo(1);

        theDaysAddUp(number);
        theFileAddsUp(number);
        eachFilterLetsThroughWhatItSays(number);

        var errors = number.ask("errors", "");
        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/code").asInt()).isEqualTo(131026);
        assertThat(errors.at("/0/messages").asLong()).isEqualTo(1);
        assertThat(errors.at("/0/advice").asText()).isNotBlank();
        var latencies = number.ask("latency", "&category=utility");
        assertThat(latencies.findValuesAsText("step")).contains("accepted", "sent", "delivered", "read");
        assertThat(latencies.findValuesAsText("category")).containsOnly("utility");
        assertThat(latencies.at("/0/p50_ms").asLong())
                .isLessThanOrEqualTo(latencies.at("/0/p99_ms").asLong());
    }

    private static void theDaysAddUp(OwnNumber number) {
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int days : new int[] {1, 90}) {
            var series = number.ask("timeseries", "&days=" + days);
            assertThat(series).hasSize(days);
            // Midnight may pass while the test runs.
            assertThat(LocalDate.parse(series.get(days - 1).get("date").asText()))
                    .isBetween(today, today.plusDays(1));
        }
        var series = number.ask("timeseries", "&days=90&tz=America/Sao_Paulo");
        assertThat(sum(series, "queued")).isEqualTo(4);
        assertThat(sum(series, "read")).isEqualTo(3);
        assertThat(sum(series, "received")).isEqualTo(1);
    }

    private void theFileAddsUp(OwnNumber number) {
        var file = api.get("/whatsapp/analytics/export?days=2&phone_number_id=" + number.id())
                .text()
                .lines()
                .toList();

        assertThat(file.get(0)).startsWith("day,phone_number_id,category,template,queued,");
        assertThat(file.stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .peek(cells -> assertThat(cells[1]).isEqualTo(number.id()))
                        .mapToLong(cells -> Long.parseLong(cells[4]))
                        .sum())
                .isEqualTo(4);
    }

    private static void eachFilterLetsThroughWhatItSays(OwnNumber number) {
        assertThat(queued(number, "&category=service")).isEqualTo(1);
        assertThat(queued(number, "&category=utility")).isEqualTo(3);
        assertThat(queued(number, "&template=hello_chasqui")).isEqualTo(3);
        assertThat(queued(number, "&template=no_such_template")).isZero();
        assertThat(queued(number, "&market=North+America")).isEqualTo(3);
        assertThat(queued(number, "&market=US&category=service")).isEqualTo(1);
        assertThat(queued(number, "&market=Brazil")).isZero();
        assertThat(queued(number, "&campaign_id=01a20000-0000-7000-8000-000000000001"))
                .isZero();
        assertThat(queued(number, "&days=1")).isEqualTo(4);
        assertThat(queued(number, "&since=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z"))
                .isZero();
        assertThat(number.ask("funnel", "&market=United+Kingdom").get("failed").asLong())
                .isEqualTo(1);
        assertThat(number.ask("errors", "&market=North+America")).isEmpty();
        assertThat(number.ask("costs", "&market=Brazil").get("costs")).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsRefusedWithItsField() {
        refused("timeseries?days=0", "days");
        refused("timeseries?days=91", "days");
        refused("timeseries?days=many", "days");
        refused("timeseries?tz=Mars/Olympus", "tz");
        refused("funnel?category=spam", "category");
        refused("funnel?market=Atlantis", "market");
        refused("funnel?campaign_id=spring", "campaign_id");
        refused("costs?since=yesterday", "since");
        refused("costs?since=2026-11-02T00:00:00Z&until=2026-11-01T00:00:00Z", "since");
        refused("latency?template=hello_chasqui", "template");
        refused("export?since=2020-01-01T00:00:00Z", "since");
        assertThat(api.get("/whatsapp/analytics/funnel?phone_number_id=1").status())
                .isEqualTo(404);
        assertThat(Api.anonymous(product).get("/whatsapp/analytics/funnel").status())
                .isEqualTo(401);
    }

    private void refused(String question, String field) {
        var answer = api.get("/whatsapp/analytics/" + question);
        assertThat(answer.status()).as(question).isEqualTo(422);
        assertThat(answer.json().toString()).as(question).contains("\"" + field + "\"");
    }

    @Test
    void costsGoByTheCardThatIsImportedLast() {
        var number = new OwnNumber(product, "Analytics costs");
        number.sends(OTHER_READER, "read");
        var month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);

        var cards = api.with("Content-Type", "text/csv")
                .post(
                        "/whatsapp/analytics/rate_cards?name=Analytics%20test",
                        "effective_on,currency,market,category,from_message,price\n" + month + ",USD,US,utility,1,0.5\n"
                                + month + ",USD,US,marketing,1,0.5\n")
                .ok();
        var costs = number.awaitCount("costs", "/costs/0/actual/messages", 1).at("/costs/0");
        var card = cards.get(0).get("id").asText();
        assertThat(api.delete("/whatsapp/analytics/rate_cards/" + card).status())
                .isEqualTo(204);

        assertThat(costs.get("currency").asText()).isEqualTo("USD");
        assertThat(new BigDecimal(costs.at("/estimate/amount").asText())).isEqualByComparingTo("0.5");
        assertThat(costs.get("rate_card_date").asText()).isEqualTo(month.toString());
        assertThat(costs.at("/breakdown/0/market").asText()).isEqualTo("North America");
        assertThat(costs.at("/breakdown/0/category").asText()).isEqualTo("utility");
        assertThat(costs.at("/days/0/estimate/amount").asText())
                .isEqualTo(costs.at("/estimate/amount").asText());
        var without = number.ask("costs", "").at("/costs/0");
        assertThat(new BigDecimal(without.at("/estimate/amount").asText())).isLessThan(new BigDecimal("0.5"));
    }

    @Test
    void aCardWithAWrongLineIsRefusedWhole() {
        var before = api.get("/whatsapp/analytics/rate_cards").ok().size();

        var refused = api.with("Content-Type", "text/csv")
                .post(
                        "/whatsapp/analytics/rate_cards",
                        "effective_on,currency,market,category,from_message,price\n"
                                + "2026-11-02,USD,Brazil,utility,1,0.5\n2026-11-02,USD,Atlantis,utility,1,0.5\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Atlantis");
        assertThat(api.get("/whatsapp/analytics/rate_cards").ok()).hasSize(before);
    }

    private static long queued(OwnNumber number, String filter) {
        return number.ask("funnel", filter).get("queued").asLong();
    }

    private long rows(OwnNumber number, String more) {
        return api.get("/whatsapp/messages?direction=outbound&phone_number_id=" + number.id() + more)
                .ok()
                .size();
    }

    private static long sum(JsonNode days, String field) {
        return IntStream.range(0, days.size())
                .mapToLong(day -> days.get(day).get(field).asLong())
                .sum();
    }
}
