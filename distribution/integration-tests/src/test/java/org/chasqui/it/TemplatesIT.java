package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of templates against a Meta that reviews, pauses, moves and forgets them, and what it does to messages. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatesIT {
    private static final String ORDER = "Hi {{1}}, your order is ready for pick-up at our shop.";

    private final Api api;
    private final Meta meta;
    private String waba;
    private String number;

    TemplatesIT(Product product) {
        api = Api.of(product);
        meta = new Meta(product);
    }

    @AfterAll
    static void everyCallToMetaWasAsMetaDescribesIt(Product product) {
        GraphContract.assertHeld(product);
    }

    @BeforeAll
    void connectAnAccountOfItsOwn() {
        Sending.firstNumber(api);
        var account = meta.newAccount("Templates", "STANDARD");
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
        meta.connect(api, waba);
    }

    @Test
    void aTemplateIsHandedInApprovedByWebhookAndSent() {
        var made = create("pickup_notice", "UTILITY", body(ORDER, "Ana"));
        assertThat(made.get("status").asText()).isEqualTo("PENDING");
        assertThat(made.get("sendable").asBoolean()).isFalse();
        var early = api.post("/whatsapp/messages/template", message("14155590001", "pickup_notice"));
        assertThat(early.errorCode()).isEqualTo("template_not_approved");
        assertThat(early.text()).contains("in review at Meta");

        awaitStatus(made, "APPROVED");

        var sent = api.post("/whatsapp/messages/template", message("14155590001", "pickup_notice"))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "delivered", "read");
        assertThat(texts(history(made), "kind")).containsExactly("status", "submitted");
        assertThat(history(made).get(0).get("source").asText()).isEqualTo("webhook");
        assertThat(awaitEvents("template.status", "pickup_notice", 2))
                .extracting(event -> event.at("/data/status").asText())
                .contains("PENDING", "APPROVED");
    }

    @Test
    void aRejectedTemplateSaysWhyAndWhatToDo() {
        var rejected =
                awaitStatus(create("notice_rejected_tag_content_mismatch", "UTILITY", body(ORDER, "Bo")), "REJECTED");

        assertThat(rejected.get("rejected_reason").asText()).isEqualTo("TAG_CONTENT_MISMATCH");
        assertThat(rejected.get("advice").asText()).contains("language").contains("Meta says");
        var edited = api.post(
                        "/whatsapp/templates/" + rejected.get("id").asText(),
                        "{\"components\":[" + body("Hi {{1}}, your parcel is waiting at the desk for you.", "Bo")
                                + "]}")
                .ok();
        assertThat(edited.get("status").asText()).isEqualTo("PENDING");
        assertThat(edited.at("/components/0/text").asText()).contains("parcel");
    }

    @Test
    void anApprovalWhoseWebhookIsLostIsFoundByComparing() {
        var made = create("quiet_unreviewed", "UTILITY", body("Hi {{1}}, the lift works again since noon.", "Ana"));
        meta.control()
                .send(
                        "PATCH",
                        "/wabas/" + waba + "/templates/quiet_unreviewed?quietly=true",
                        "{\"status\":\"APPROVED\"}")
                .ok();
        // News of the template that come while it is compared count for more: then the next comparing finds it.
        var found = Api.await("that comparing finds the approval", () -> {
            api.post("/whatsapp/templates/sync", null).ok();
            return Optional.ofNullable(template("quiet_unreviewed"));
        });
        assertThat(found.get("sendable").asBoolean()).isTrue();
        assertThat(history(made).get(0).get("source").asText()).isEqualTo("sync");
    }

    @Test
    void comparisonsAtOneTimeMakeEachChangeOnce() {
        given("found_once");

        var answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> api.post("/whatsapp/templates/sync", null)))
                .limit(6)
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(texts(history(template("found_once")), "kind")).containsExactly("status");
    }

    @Test
    void aDraftIsKeptGoneOnWithAndHandedIn() {
        var text = body("Hi {{1}}, the museum opens at nine on Sunday.", "Ana");
        var kept = api.post("/whatsapp/templates/drafts", "{\"name\":\"Museum, not yet a name\"}")
                .ok();
        var path = "/whatsapp/templates/drafts/" + kept.get("id").asText();
        assertThat(kept.get("components")).isEmpty();
        assertThat(api.get("/whatsapp/templates?name=museum").ok()).isEmpty();
        var early = api.post(path + "/submit", null);
        assertThat(early.status()).isEqualTo(422);

        var wrong = draft("museum_at_once", "UTILITY", text.replace("{{1}}", "{{2}}"));
        api.put(path, wrong).ok();
        assertThat(api.post(path + "/submit", null).status()).isEqualTo(422);
        api.put(path, draft("museum_at_once", "UTILITY", text)).ok();
        assertThat(texts(api.get("/whatsapp/templates/drafts").ok(), "name")).contains("museum_at_once");

        var made = api.post(path + "/submit", null).ok();
        assertThat(made.get("status").asText()).isEqualTo("APPROVED");
        assertThat(texts(history(made), "kind")).contains("submitted");
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
    }

    @Test
    void metasChoiceOfTheCategoryOverridesOurs() {
        var made = create("news_as_marketing", "UTILITY", body("Hi {{1}}, look at what our weavers made.", "Cy"));

        assertThat(made.get("category").asText()).isEqualTo("MARKETING");
        assertThat(made.get("requested_category").asText()).isEqualTo("UTILITY");
        assertThat(awaitEvents("template.category", "news_as_marketing", 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/data/previous_category").asText()).isEqualTo("UTILITY"));
        awaitStatus(made, "APPROVED");
        var sent = api.post("/whatsapp/messages/template", message("14155590002", "news_as_marketing"))
                .ok();
        assertThat(sent.get("category").asText()).isEqualTo("marketing");
    }

    @Test
    void eachStatusHoldsOrEndsWhatWaitsWithTheTemplate() {
        var held = List.of("PAUSED", "PENDING", "IN_APPEAL", "LOCKED", "LIMIT_EXCEEDED", "ARCHIVED");
        var ended = List.of("REJECTED", "DISABLED", "PENDING_DELETION");
        var person = "14155590010";
        var waiting = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>(held);
        names.addAll(ended);
        names.addAll(List.of("DELETED", "LOST"));
        names.forEach(status -> given("state_" + status.toLowerCase()));
        api.post("/whatsapp/templates/sync", null).ok();
        var blocker = block(person);
        for (var status : names) {
            var sent = api.post("/whatsapp/messages/template", message(person, "state_" + status.toLowerCase()))
                    .ok();
            waiting.put(status, sent.get("id").asText());
        }

        held.forEach(status -> decide("state_" + status.toLowerCase(), "{\"status\":\"" + status + "\"}"));
        ended.forEach(status -> decide("state_" + status.toLowerCase(), "{\"status\":\"" + status + "\"}"));
        meta.control().delete("/wabas/" + waba + "/templates/state_deleted");

        for (var status : held) {
            var message = awaitHeld(waiting.get(status));
            assertThat(message.get("status").asText()).as(status).isEqualTo("queued");
            assertThat(message.at("/error/details").asText()).as(status).contains("state_" + status.toLowerCase());
        }
        for (var status : List.of("REJECTED", "DISABLED", "PENDING_DELETION", "DELETED")) {
            var message = Sending.awaitStatus(api, waiting.get(status), "failed");
            assertThat(message.at("/error/code").asInt())
                    .as(status)
                    .isEqualTo(status.equals("DISABLED") ? 132016 : 132001);
            assertThat(message.at("/error/details").asText()).as(status).contains("state_" + status.toLowerCase());
        }

        // A webhook that got lost is made good by the next comparison.
        meta.control().delete("/wabas/" + waba + "/templates/state_lost?quietly=true");
        assertThat(api.post("/whatsapp/templates/sync", null)
                        .ok()
                        .get("changes")
                        .asInt())
                .isPositive();
        Sending.awaitStatus(api, waiting.get("LOST"), "failed");

        // What is held can be cancelled, and goes when Meta lets the template go again.
        assertThat(api.delete("/whatsapp/messages/" + waiting.get("ARCHIVED"))
                        .ok()
                        .get("status")
                        .asText())
                .isEqualTo("cancelled");
        decide("state_paused", "{\"status\":\"APPROVED\",\"title\":\"UNPAUSE\"}");
        unblock(person, blocker);
        Sending.awaitStatus(api, waiting.get("PAUSED"), "delivered", "read");
    }

    @Test
    void whatWaitsAsUtilityIsJudgedAnewWhenMetaMovesItToMarketing() {
        given("moving_notice");
        api.post("/whatsapp/templates/sync", null).ok();
        var person = "14155590011";
        var blocker = block(person);
        api.post("/whatsapp/contacts", "{\"phone\":\"+" + person + "\"}").ok();
        api.post("/whatsapp/contacts/" + person + "/opt_out", "{\"category\":\"marketing\"}")
                .ok();
        var waiting = api.post("/whatsapp/messages/template", message(person, "moving_notice"))
                .ok();

        decide("moving_notice", "{\"correct_category\":\"MARKETING\"}");
        Api.await(
                "the notice",
                () -> Optional.of(template("moving_notice"))
                        .filter(template ->
                                template.path("next_category").asText("").equals("MARKETING")));
        decide("moving_notice", "{\"category\":\"MARKETING\"}");

        var message = Sending.awaitStatus(api, waiting.get("id").asText(), "failed");
        assertThat(message.at("/error/title").asText()).contains("opted out");
        assertThat(template("moving_notice").get("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(awaitEvents("template.category", "moving_notice", 2)).hasSize(2);
        unblock(person, blocker);
    }

    @Test
    void qualityIsTakenOverAndTold() {
        given("graded_notice");
        api.post("/whatsapp/templates/sync", null).ok();
        decide("graded_notice", "{\"quality\":\"RED\"}");

        Api.await(
                "the quality",
                () -> Optional.of(template("graded_notice"))
                        .filter(template -> template.get("quality").asText().equals("RED")));
        assertThat(awaitEvents("template.quality", "graded_notice", 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/data/previous_quality").asText()).isEqualTo("UNKNOWN"));
        assertThat(api.get("/whatsapp/templates?quality=RED&name=graded").ok()).hasSize(1);
    }

    @Test
    void parametersAreCheckedBeforeMetaIsAsked() {
        given("checked_notice");
        api.post("/whatsapp/templates/sync", null).ok();
        var refused = api.post("/whatsapp/messages/template", """
                {"phone_number_id":"%s","to":"+14155590012","template":"checked_notice","language":"en_US",
                 "components":[{"type":"header","parameters":[{"type":"text","text":"x"}]},
                               {"type":"body","parameters":[]},
                               {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"x"}]}]}
                """.formatted(number));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(StreamSupport.stream(refused.json().at("/error/details").spliterator(), false)
                        .map(detail -> detail.get("field").asText()))
                .containsExactly("components[0]", "components[1]", "components[2]");
    }

    @Test
    void aFileOfOursBecomesTheSampleOfAHeader() {
        var file = api.with("Content-Type", "multipart/form-data; boundary=cut")
                .post(
                        "/whatsapp/media",
                        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ticket.pdf\"\r\n"
                                + "Content-Type: application/pdf\r\n\r\n%PDF-1.7 a ticket\n\r\n--cut--\r\n")
                .ok()
                .get("media_id")
                .asText();
        var made = create(
                "ticket_at_once",
                "UTILITY",
                "{\"type\":\"HEADER\",\"format\":\"DOCUMENT\",\"example\":{\"header_handle\":[\"" + file + "\"]}},"
                        + body("Hi {{1}}, here is your ticket for tomorrow.", "Di"));

        assertThat(made.get("status").asText()).isEqualTo("APPROVED");
        var shown = made.at("/components/0/example/header_handle/0").asText();
        assertThat(shown).startsWith("http").endsWith(".pdf");

        // Graph shows an address and takes none: an edit that leaves the sample alone has it uploaded once more.
        var edited = api.post(
                        "/whatsapp/templates/" + made.get("id").asText(),
                        "{\"components\":["
                                + "{\"type\":\"HEADER\",\"format\":\"DOCUMENT\",\"example\":{\"header_handle\":[\""
                                + shown
                                + "\"]}}," + body("Hi {{1}}, this is your ticket for tomorrow.", "Di") + "]}")
                .ok();
        assertThat(edited.at("/components/1/text").asText()).contains("this is your ticket");
        assertThat(edited.at("/components/0/example/header_handle/0").asText())
                .startsWith("http")
                .isNotEqualTo(shown);
        var foreign = api.post(
                "/whatsapp/templates",
                draft(
                        "ticket_foreign",
                        "UTILITY",
                        "{\"type\":\"HEADER\",\"format\":\"DOCUMENT\",\"example\":{\"header_handle\":[\"http://localhost/x.pdf\"]}},"
                                + body(ORDER, "Di")));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.text()).contains("upload the file");
        var wrong = api.post(
                "/whatsapp/templates",
                draft(
                        "ticket_picture",
                        "UTILITY",
                        "{\"type\":\"HEADER\",\"format\":\"IMAGE\",\"example\":{\"header_handle\":[\"" + file + "\"]}},"
                                + body(ORDER, "Di")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("application/pdf");
    }

    @Test
    void whatMetaRefusesIsToldInItsWordsAndWhatWeKnowAlreadyIsNotAsked() {
        create("taken_at_once", "UTILITY", body("Hi {{1}}, the bus leaves from platform two.", "Ed"));
        var taken = api.post(
                "/whatsapp/templates",
                draft("taken_at_once", "UTILITY", body("Hi {{1}}, the bus leaves from platform two.", "Ed")));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text()).contains("Meta says");

        var faulty = api.post("/whatsapp/templates", draft("Faulty", "UTILITY", body("{{1}}, hello", "Ed")));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text()).contains("name").contains("components[0].text");

        var lint = api.post(
                        "/whatsapp/templates/lint",
                        draft("winter_sale", "UTILITY", body("Hi {{1}}, take 10 % off everything until Sunday.", "Ed")))
                .ok();
        assertThat(lint.get("submittable").asBoolean()).isTrue();
        assertThat(lint.get("likely_category").asText()).isEqualTo("MARKETING");
        assertThat(texts(lint.get("findings"), "rule")).contains("category.promotion-in-utility");
    }

    @Test
    void aDeletedTemplateKeepsItsStoryAndBlocksItsName() {
        var made = create("leaving_at_once", "UTILITY", body("Hi {{1}}, the shop closes at six today.", "Flo"));
        var id = made.get("id").asText();
        assertThat(api.delete("/whatsapp/templates/" + id).status()).isEqualTo(204);

        assertThat(api.get("/whatsapp/templates?name=leaving_at_once").ok()).isEmpty();
        assertThat(api.get("/whatsapp/templates/" + id).ok().get("status").asText())
                .isEqualTo("DELETED");
        assertThat(texts(history(made), "kind")).startsWith("deleted");
        var again = api.post(
                "/whatsapp/templates",
                draft("leaving_at_once", "UTILITY", body("Hi {{1}}, the shop opens at nine today.", "Flo")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(api.post("/whatsapp/messages/template", message("14155590013", "leaving_at_once"))
                        .errorCode())
                .isEqualTo("template_not_approved");
    }

    /** An approved template with one variable that appeared at Meta, not made here. */
    private void given(String name) {
        meta.control()
                .post(
                        "/wabas/" + waba + "/templates",
                        "{\"name\":\"" + name + "\",\"language\":\"en_US\",\"category\":\"UTILITY\",\"components\":["
                                + body(ORDER, "Ana") + "]}")
                .ok();
    }

    private void decide(String name, String decision) {
        meta.control()
                .send("PATCH", "/wabas/" + waba + "/templates/" + name, decision)
                .ok();
    }

    /** Has a message to a person refused for now, so that those behind it wait; answers its id. */
    private String block(String person) {
        meta.control()
                .put("/behaviours/" + person, "{\"scenario\":\"refused\",\"code\":131056}")
                .ok();
        var blocker = api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok()
                .get("id")
                .asText();
        Api.await(
                "a first refusal",
                () -> Optional.of(api.get("/whatsapp/messages/" + blocker).ok())
                        .filter(message -> message.path("attempts").size() > 0));
        return blocker;
    }

    private void unblock(String person, String blocker) {
        Api.await(
                "the way to be free",
                () -> api.delete("/whatsapp/messages/" + blocker).status() == 200
                        ? Optional.of(true)
                        : Optional.empty());
        meta.control().delete("/behaviours/" + person);
    }

    /** Before it is held it may have been refused once, like the one before it. */
    private JsonNode awaitHeld(String id) {
        return Api.await(
                id + " is held",
                () -> Optional.of(api.get("/whatsapp/messages/" + id).ok())
                        .filter(message -> message.at("/error/title").asText().startsWith("Held")));
    }

    private JsonNode create(String name, String category, String components) {
        return api.post("/whatsapp/templates", draft(name, category, components))
                .ok();
    }

    private String draft(String name, String category, String components) {
        return "{\"phone_number_id\":\"" + number + "\",\"name\":\"" + name + "\",\"category\":\"" + category
                + "\",\"language\":\"en_US\",\"components\":[" + components + "]}";
    }

    private static String body(String text, String sample) {
        return "{\"type\":\"BODY\",\"text\":\"" + text + "\",\"example\":{\"body_text\":[[\"" + sample + "\"]]}}";
    }

    private String message(String to, String template) {
        return Sending.template(number, "+" + to, template, "\"Ana\"");
    }

    private JsonNode awaitStatus(JsonNode template, String status) {
        var path = "/whatsapp/templates/" + template.get("id").asText();
        return Api.await(
                path + " " + status,
                () -> Optional.of(api.get(path).ok())
                        .filter(now -> now.get("status").asText().equals(status)));
    }

    private JsonNode template(String name) {
        return api.get("/whatsapp/templates?status=APPROVED&name=" + name).ok().get(0);
    }

    private JsonNode history(JsonNode template) {
        return api.get("/whatsapp/templates/" + template.get("id").asText() + "/history")
                .ok();
    }

    /** The log shows an event when everything that was begun before it has ended: a moment later. */
    private List<JsonNode> awaitEvents(String type, String name, int count) {
        return Api.await(
                count + " " + type + " of " + name,
                () -> Optional.of(StreamSupport.stream(
                                        api.get("/whatsapp/events?limit=200&types=" + type)
                                                .ok()
                                                .spliterator(),
                                        false)
                                .filter(event -> event.at("/data/name").asText().equals(name))
                                .toList())
                        .filter(events -> events.size() >= count));
    }

    private static List<String> texts(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.get(member).asText())
                .toList();
    }
}
