package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Campaigns against a Meta that refuses, loses, and tells late: everybody once, and every sum adds up at every look. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignIT {
    private static final int GOOD = 60;
    private static final List<String> STATES = List.of(
            "queued",
            "sending",
            "accepted",
            "sent",
            "delivered",
            "read",
            "failed",
            "uncertain",
            "expired",
            "cancelled",
            "skipped");

    private final Api api;
    private final Meta meta;
    private String waba;
    private String number;

    CampaignIT(Product product) {
        api = Api.of(product);
        meta = new Meta(product);
    }

    @BeforeAll
    void connectAnAccountOfItsOwn() {
        Sending.firstNumber(api);
        // 20 messages per second: slow enough to be paused in the middle.
        var account = meta.newAccount("Campaigns", "COEXISTENCE");
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
        meta.connect(api, waba);
    }

    @Test
    void everybodyIsWrittenToOnceWhateverMetaDoesAndEveryNumberAddsUp() {
        api.post("/whatsapp/contacts", "{\"phone\":\"+14155557999\"}").ok();
        api.post("/whatsapp/contacts/14155557999/opt_out", "{\"category\":\"marketing\"}")
                .ok();
        var campaign = create("Spring", "spring_offer");
        var id = campaign.get("id").asText();
        var added = api.with("Content-Type", "text/csv")
                .post("/whatsapp/campaigns/" + id + "/recipients/import?columns=Mobile=to", file())
                .ok();
        int everybody = GOOD + 15;
        assertThat(added.get("rows").asInt()).isEqualTo(everybody);
        assertThat(added.get("skipped").asInt()).isEqualTo(3);

        planned(id, everybody - 5);
        var early = api.post("/whatsapp/campaigns/" + id + "/resume", null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(act(id, "launch").get("status").asText()).isEqualTo("running");
        assertThat(api.post("/whatsapp/campaigns/" + id + "/launch", null).status())
                .as("it is launched once")
                .isEqualTo(409);

        Api.await(
                "the first messages at Meta",
                () -> Optional.of(meta.ledger(waba)).filter(posts -> posts.size() > 10));
        pausedWithinASecond(id);
        act(id, "resume");

        var counts = Api.await(
                "the end",
                () -> Optional.of(look(id))
                        .filter(one -> one.get("status").asText().equals("finished"))
                        .map(CampaignIT::counts)
                        .filter(now -> now.get("read") == GOOD + 2 && now.get("failed") == 4));
        assertThat(counts)
                .containsEntry("delivered", 2)
                .containsEntry("sent", 1)
                .containsEntry("uncertain", 1)
                .containsEntry("skipped", 5)
                .containsEntry("queued", 0)
                .containsEntry("total", everybody);
        // All that Meta took, the answer that got lost on the way included, and the two single messages of between.
        assertThat(meta.ledger(waba))
                .hasSize(GOOD + 10)
                .allSatisfy((mark, posts) -> assertThat(posts).as(mark).isOne());
        reported(id);
        assertThat(events(id))
                .containsExactly("campaign.started", "campaign.paused", "campaign.resumed", "campaign.finished");
    }

    /** A file of the sort that shops export: a column that must be told, semicolons, and rows that cannot be used. */
    private static String file() {
        var people = new ArrayList<String>();
        IntStream.range(0, GOOD).forEach(i -> people.add("+1415555" + (7_000 + i)));
        people.add("+442097000005"); // taken, and the connection reset before the answer
        people.add("+442097000006"); // lost, and the connection reset: nobody knows, so marketing stays as it is
        people.add("+442097000021"); // the phone is off
        people.add("+442097000022"); // never read
        people.add("+442097000028"); // failed, and delivered all the same
        people.add("+442097000030"); // read, and answered
        people.add("+442099131026");
        people.add("+442199131026");
        people.add("+442099131049");
        people.add("+442098131008"); // refused at once
        Collections.shuffle(people, new Random(5));
        people.add("+14155557999"); // wants no marketing
        people.add("+14155557000"); // is there already
        people.add("nobody");
        people.add("=1+1");
        var rows = new StringBuilder("Mobile;name;1;2;button.2\r\n");
        people.forEach(one -> rows.append(one).append(";Ana;Sunday;20;17\r\n"));
        return rows.append("+14155557998;Bo;Sunday;;17\r\n").toString();
    }

    private void planned(String id, int reach) {
        var plan = api.post("/whatsapp/campaigns/" + id + "/plan", null).ok();
        assertThat(plan.get("reach").asInt()).isEqualTo(reach);
        assertThat(plan.get("obstacles")).isEmpty();
        assertThat(plan.at("/skipped/opted_out").asInt()).isEqualTo(1);
        assertThat(plan.at("/skipped/duplicate").asInt()).isEqualTo(1);
        assertThat(plan.at("/skipped/no_identity").asInt()).isEqualTo(2);
        assertThat(plan.at("/skipped/missing_variable").asInt()).isEqualTo(1);
        assertThat(plan.at("/samples/0/text").asText())
                .startsWith("Until Sunday everything from the loom is 20 percent");
        assertThat(plan.at("/messages_per_second").asInt()).isEqualTo(20);
        var markets = new TreeMap<String, Integer>();
        plan.get("costs").forEach(cost -> {
            markets.put(cost.get("market").asText(), cost.get("messages").asInt());
            assertThat(cost.get("amount").decimalValue()).isPositive();
            assertThat(cost.get("currency").asText()).isEqualTo("USD");
            assertThat(cost.hasNonNull("rate_card_since")).isTrue();
        });
        assertThat(markets).containsEntry("North America", GOOD).containsEntry("United Kingdom", 10);
    }

    /** What is on its way arrives, nothing follows, and a single message does not wait. */
    private void pausedWithinASecond(String id) {
        var paused = act(id, "pause");
        assertThat(paused.get("status").asText()).isEqualTo("paused");
        assertThat(paused.get("reason").asText()).isEqualTo("by_hand");
        Api.await("no call under way", () -> Optional.of(counts(look(id))).filter(now -> now.get("sending") == 0));
        single();
        var posted = meta.ledger(waba).size();
        // Ten more of the campaign would have gone while this one is delivered.
        single();

        assertThat(counts(look(id)).get("queued")).as("in the middle").isPositive();
        assertThat(meta.ledger(waba)).as("after the pause").hasSize(posted + 1);
    }

    private void single() {
        var sent = api.post("/whatsapp/messages/template", Sending.template(number, "+14155557997"))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "delivered", "read");
    }

    private void reported(String id) {
        var report = api.get("/whatsapp/campaigns/" + id + "/report").ok();
        var funnel = report.get("funnel");
        assertThat(funnel.get("accepted").asInt()).isEqualTo(GOOD + 5);
        assertThat(funnel.get("delivered").asInt()).isEqualTo(GOOD + 4);
        assertThat(funnel.get("read").asInt()).isEqualTo(GOOD + 2);
        assertThat(funnel.get("replied").asInt()).isEqualTo(1);
        var errors = new TreeMap<Integer, Integer>();
        report.get("errors").forEach(error -> {
            errors.put(error.get("code").asInt(), error.get("count").asInt());
            assertThat(error.get("advice").asText()).isNotBlank();
        });
        assertThat(errors).isEqualTo(Map.of(131026, 2, 131049, 1, 131008, 1));
        assertThat(report.at("/skipped/no_identity").asInt()).isEqualTo(2);
        var spent = new TreeMap<String, Integer>();
        report.get("costs").forEach(cost -> {
            spent.put(cost.get("market").asText(), cost.get("messages").asInt());
            assertThat(cost.get("estimate").decimalValue()).isPositive();
            assertThat(cost.get("actual").decimalValue()).isPositive();
        });
        assertThat(spent).containsEntry("North America", GOOD).containsKey("United Kingdom");

        var failed = api.get("/whatsapp/campaigns/" + id + "/recipients?state=failed&error_code=131026")
                .ok();
        assertThat(StreamSupport.stream(failed.spliterator(), false)
                        .map(row -> row.get("to").asText()))
                .containsExactlyInAnyOrder("+442099131026", "+442199131026");
        var answered = api.get("/whatsapp/campaigns/" + id + "/recipients?replied=true")
                .ok();
        assertThat(answered).hasSize(1);
        assertThat(answered.at("/0/to").asText()).isEqualTo("+442097000030");
        assertThat(api.get("/whatsapp/campaigns/" + id + "/recipients/export?state=skipped")
                        .text()
                        .lines())
                .hasSize(6)
                .anyMatch(line -> line.contains(",duplicate,"))
                .anyMatch(line -> line.contains(",'=1+1,"));
        var counted = api.get("/whatsapp/analytics/funnel?campaign_id=" + id).ok();
        assertThat(counted.get("delivered").asInt())
                .as("as analytics counts it")
                .isEqualTo(GOOD + 4);
        assertThat(counted.get("replied").asInt()).isEqualTo(1);
    }

    @Test
    void itBeginsByItselfIsHeldWhenMetaPausesTheTemplateAndEndsWhenSomebodyCancels() {
        var slow = List.of("+14155557901", "+14155557902", "+14155557903");
        slow.forEach(person -> meta.control()
                .put("/behaviours/" + person.substring(1), "{\"scenario\":\"refused\",\"code\":131056}")
                .ok());
        given("campaign_notice");
        var id = create("By itself", "campaign_notice").get("id").asText();
        var people = new ArrayList<>(slow);
        people.addAll(List.of("+14155557904", "+14155557905"));
        people.forEach(person -> add(id, person));
        api.post(
                        "/whatsapp/campaigns/" + id + "/schedule",
                        "{\"scheduled_at\":\"" + Instant.now().plusSeconds(1) + "\"}")
                .ok();

        Api.await(
                "the two whom nothing holds up",
                () -> Optional.of(counts(look(id))).filter(now -> now.get("queued") == 3 && now.get("sending") == 0));
        decide("campaign_notice", "{\"status\":\"PAUSED\",\"title\":\"FIRST_PAUSE\"}");
        var held = Api.await(
                "a pause",
                () -> Optional.of(look(id))
                        .filter(one -> one.get("status").asText().equals("paused")));
        assertThat(held.get("reason").asText()).isEqualTo("template_status");
        assertThat(held.get("reason_detail").asText()).contains("PAUSED");
        var refused = api.post("/whatsapp/campaigns/" + id + "/resume", null);
        assertThat(refused.errorCode()).isEqualTo("template_not_approved");

        act(id, "cancel");
        var counts = Api.await("the end", () -> Optional.of(counts(look(id))).filter(now -> now.get("cancelled") == 3));
        assertThat(counts).containsEntry("queued", 0).containsEntry("total", 5);
        assertThat(events(id)).containsExactly("campaign.started", "campaign.paused", "campaign.cancelled");
        slow.forEach(person -> meta.control().delete("/behaviours/" + person.substring(1)));
    }

    @Test
    void aCampaignIsTheWorkspacesOwnAndAKeyDoesNoMoreThanItMay() {
        var id = create("Ours", "spring_offer").get("id").asText();
        var reader = key("{\"name\":\"campaign reader\",\"scopes\":[\"whatsapp:read\"]}");
        var bound = key("{\"name\":\"campaign of another number\",\"scopes\":[\"whatsapp:read\",\"whatsapp:write\"],"
                + "\"phone_number_id\":\"" + meta.credential("phone-number-id") + "\"}");

        assertThat(reader.get("/whatsapp/campaigns/" + id).status()).isEqualTo(200);
        assertThat(reader.post("/whatsapp/campaigns/" + id + "/launch", null).errorCode())
                .isEqualTo("permission_denied");
        assertThat(bound.get("/whatsapp/campaigns/" + id).status()).isEqualTo(404);
        assertThat(bound.get("/whatsapp/campaigns/" + id + "/recipients").status())
                .isEqualTo(404);
        assertThat(bound.get("/whatsapp/campaigns").text()).doesNotContain(id);
        assertThat(api.get("/whatsapp/campaigns?limit=100").text()).contains(id);
        var code = api.post("/whatsapp/campaigns", campaign("Codes", "login_code"));
        assertThat(code.status()).isEqualTo(422);
        assertThat(code.text()).contains("one-time codes");
    }

    @Test
    void anAudienceIsLookedUpWhenItIsUsed() {
        for (var person : List.of("+14155557911", "+14155557912")) {
            api.post(
                            "/whatsapp/contacts",
                            "{\"phone\":\"" + person
                                    + "\",\"name\":\"Eva\",\"tags\":[\"weavers\"],\"attributes\":{\"1\":\"Eva\"}}")
                    .ok();
        }
        var audience = api.post("/whatsapp/audiences", "{\"name\":\"Weavers\",\"tags\":[\"weavers\"]}")
                .ok()
                .get("id")
                .asText();
        assertThat(api.get("/whatsapp/audiences/" + audience + "/size")
                        .ok()
                        .get("people")
                        .asInt())
                .isEqualTo(2);
        api.post("/whatsapp/contacts", "{\"phone\":\"+14155557913\",\"tags\":[\"weavers\"]}")
                .ok();
        var id = create("To weavers", "hello_chasqui").get("id").asText();

        var added = api.post("/whatsapp/campaigns/" + id + "/recipients", "{\"audience_id\":\"" + audience + "\"}")
                .ok();

        assertThat(added.get("added").asInt()).isEqualTo(3);
        var plan = api.post("/whatsapp/campaigns/" + id + "/plan", null).ok();
        assertThat(plan.get("reach").asInt()).isEqualTo(2);
        assertThat(plan.at("/skipped/missing_variable").asInt()).isEqualTo(1);
    }

    private Api key(String body) {
        var made = api.post("/keys", body).ok();
        return api.with("Authorization", "Bearer " + made.get("key").asText());
    }

    private JsonNode create(String name, String template) {
        return Api.await("the templates of the account", () -> {
            var answer = api.post("/whatsapp/campaigns", campaign(name, template));
            return answer.status() == 404 ? Optional.empty() : Optional.of(answer.ok());
        });
    }

    private String campaign(String name, String template) {
        return "{\"name\":\"%s\",\"template\":\"%s\",\"phone_number_id\":\"%s\",\"components\":%s}"
                .formatted(
                        name,
                        template,
                        number,
                        template.equals("spring_offer")
                                ? "[{\"type\":\"header\",\"parameters\":[{\"type\":\"text\",\"text\":\"{{name}}\"}]}]"
                                : "[]");
    }

    private void add(String id, String person) {
        api.post(
                        "/whatsapp/campaigns/" + id + "/recipients",
                        "{\"recipients\":[{\"to\":\"" + person + "\",\"variables\":{\"1\":\"Ana\"}}]}")
                .ok();
    }

    private JsonNode act(String id, String action) {
        return api.post("/whatsapp/campaigns/" + id + "/" + action, null).ok();
    }

    private JsonNode look(String id) {
        return api.get("/whatsapp/campaigns/" + id).ok();
    }

    /** The counts, whose sum is looked at each time. */
    private static Map<String, Integer> counts(JsonNode campaign) {
        var counts = new TreeMap<String, Integer>();
        campaign.get("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        assertThat(STATES.stream().mapToInt(counts::get).sum())
                .as(counts.toString())
                .isEqualTo(counts.get("total"));
        return counts;
    }

    private void given(String name) {
        meta.control()
                .post(
                        "/wabas/" + waba + "/templates",
                        "{\"name\":\"" + name + "\",\"language\":\"en_US\",\"category\":\"UTILITY\",\"components\":["
                                + "{\"type\":\"BODY\",\"text\":\"Hi {{1}}, your order is ready at our shop.\","
                                + "\"example\":{\"body_text\":[[\"Ana\"]]}}]}")
                .ok();
        api.post("/whatsapp/templates/sync", null).ok();
    }

    private void decide(String name, String decision) {
        meta.control()
                .send("PATCH", "/wabas/" + waba + "/templates/" + name, decision)
                .ok();
    }

    /** What customers are told of a campaign, in order. */
    private List<String> events(String id) {
        return StreamSupport.stream(
                        api.get("/whatsapp/events?limit=200&types=campaign.*")
                                .ok()
                                .spliterator(),
                        false)
                .filter(event -> event.at("/data/campaign_id").asText().equals(id))
                .map(event -> event.get("type").asText())
                .toList();
    }
}
