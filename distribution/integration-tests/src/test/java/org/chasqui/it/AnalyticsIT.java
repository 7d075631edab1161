package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of analytics after a few messages of several kinds, by a number that sends nothing else. */
@ExtendWith(SharedProduct.class)
class AnalyticsIT {
    private static final String READER = "14155554901";
    private static final String OTHER_READER = "14155554902";
    /** The sandbox fails what goes to a number that ends with Meta's code. */
    private static final String FAILING = "442299131026";

    private final Product product;
    private final Api api;
    private final Meta meta;

    AnalyticsIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @Test
    void theFiguresEqualTheRows() {
        var number = numberOfItsOwn();
        var first = sent("/whatsapp/messages/template", Sending.template(number, "+" + READER));
        var second = sent("/whatsapp/messages/template", Sending.template(number, "+" + OTHER_READER));
        var third = sent("/whatsapp/messages/template", Sending.template(number, "+" + FAILING));
        Sending.awaitStatus(api, first, "read");
        Sending.awaitStatus(api, second, "read");
        Sending.awaitStatus(api, third, "failed");
        var person = new MetaPost(product, number);
        person.messages(person.text(READER, MetaPost.newWamid(), "Thank you"));
        awaitFunnel(number, "replied", 1);
        var service = sent("/whatsapp/messages", Sending.text(number, "+" + READER, "You are welcome."));
        Sending.awaitStatus(api, service, "read");

        var funnel = awaitFunnel(number, "read", 3);
        assertThat(funnel.get("queued").asLong()).isEqualTo(rows(number, "")).isEqualTo(4);
        for (var step : new String[] {"accepted", "sent", "delivered", "read"}) {
            assertThat(funnel.get(step).asLong()).as(step).isEqualTo(rows(number, "&reached=" + step));
        }
        assertThat(funnel.get("failed").asLong())
                .isEqualTo(rows(number, "&status=failed"))
                .isEqualTo(1);

        var days = ask("timeseries", number, "&days=90");
        assertThat(days).hasSize(90);
        assertThat(sum(days, "queued")).isEqualTo(4);
        assertThat(sum(days, "received")).isEqualTo(1);
        assertThat(ask("funnel", number, "&category=service").get("queued").asLong())
                .isEqualTo(1);
        assertThat(ask("funnel", number, "&market=United+Kingdom").get("failed").asLong())
                .isEqualTo(1);
        assertThat(ask("funnel", number, "&market=Brazil").get("queued").asLong())
                .isZero();

        var errors = ask("errors", number, "");
        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/code").asInt()).isEqualTo(131026);
        assertThat(errors.at("/0/messages").asLong()).isEqualTo(1);
        assertThat(errors.at("/0/advice").asText()).isNotBlank();
        assertThat(ask("latency", number, "").findValuesAsText("step")).contains("accepted", "delivered", "read");
    }

    @Test
    void costsGoByTheCardThatIsImportedLast() {
        var number = numberOfItsOwn();
        var sent = sent("/whatsapp/messages/template", Sending.template(number, "+" + OTHER_READER));
        Sending.awaitStatus(api, sent, "read");

        var cards = api.with("Content-Type", "text/csv")
                .post(
                        "/whatsapp/analytics/rate_cards?name=Analytics%20test",
                        "effective_on,currency,market,category,from_message,price\n"
                                + "2026-11-01,USD,US,utility,1,0.5\n2026-11-01,USD,US,marketing,1,0.5\n")
                .ok();
        var told = Api.await("Meta's word about the price", () -> {
            var costs = ask("costs", number, "");
            return costs.at("/costs/0/actual/messages").asLong() == 1 ? Optional.of(costs) : Optional.empty();
        });
        var card = cards.get(0).get("id").asText();
        assertThat(api.delete("/whatsapp/analytics/rate_cards/" + card).status())
                .isEqualTo(204);

        var costs = told.at("/costs/0");
        assertThat(costs.get("currency").asText()).isEqualTo("USD");
        assertThat(new BigDecimal(costs.at("/estimate/amount").asText())).isEqualByComparingTo("0.5");
        assertThat(costs.get("rate_card_date").asText()).isEqualTo("2026-11-01");
        assertThat(costs.at("/breakdown/0/market").asText()).isEqualTo("North America");
        var without = ask("costs", number, "").at("/costs/0");
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

    private String numberOfItsOwn() {
        Sending.firstNumber(api);
        var account = meta.newAccount("Analytics", "STANDARD");
        api.post(
                        "/whatsapp/onboarding/manual",
                        "{\"waba_id\":\"%s\",\"access_token\":\"%s\"}"
                                .formatted(account.get("id").asText(), meta.credential("token")))
                .ok();
        api.post("/whatsapp/templates/sync", null).ok();
        return account.at("/numbers/0/id").asText();
    }

    private String sent(String path, String body) {
        return api.post(path, body).ok().get("id").asText();
    }

    private JsonNode ask(String what, String number, String more) {
        return api.get("/whatsapp/analytics/" + what + "?phone_number_id=" + number + more)
                .ok();
    }

    private JsonNode awaitFunnel(String number, String step, long count) {
        return Api.await(count + " " + step, () -> {
            var funnel = ask("funnel", number, "");
            return funnel.get(step).asLong() == count ? Optional.of(funnel) : Optional.empty();
        });
    }

    private long rows(String number, String more) {
        return api.get("/whatsapp/messages?direction=outbound&phone_number_id=" + number + more)
                .ok()
                .get("data")
                .size();
    }

    private static long sum(JsonNode days, String field) {
        return IntStream.range(0, days.size())
                .mapToLong(day -> days.get(day).get(field).asLong())
                .sum();
    }
}
