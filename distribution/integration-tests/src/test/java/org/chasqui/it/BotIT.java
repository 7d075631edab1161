package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bot on a number of its own, and people who write to it. */
@ExtendWith(SharedProduct.class)
class BotIT {
    private static JsonNode account;

    private final Product product;
    private final Api api;
    private final Meta meta;
    private String number;
    private String bot;

    BotIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @BeforeEach
    void connect() {
        if (account == null) {
            account = meta.newAccount("Bots", "STANDARD");
            meta.connect(api, account.get("id").asText());
        }
        number = account.at("/numbers/0/id").asText();
    }

    @Test
    void aKeywordIsAnsweredAndWhatHasNoneGetsTheDefaultMessage() {
        var person = "14155568001";
        linked("\"default_message\":\"{Hi|Hello} [name] your message has no keyword here.\"");
        var rule = rule("""
                {"title":"Prices","keywords":["price"],"actions":[{"type":"text","text":"It is 10, [phone]."},
                 {"type":"location","location":{"latitude":-12.05,"longitude":-77.04,"name":"Shop"}},
                 {"type":"tag","add":["lead"]}]}""");
        writes(person, "good morning");
        var conversation = Conversations.with(api, person);
        assertThat(decision(conversation, 1).get("reason").asText()).isEqualTo("default_message");
        assertThat(said(conversation).get(0)).matches("(Hi|Hello) .*your message has no keyword here\\.");

        writes(person, "What is the PRÍCE?");

        var decision = decision(conversation, 2);
        assertThat(decision.get("reason").asText()).isEqualTo("rule");
        assertThat(decision.get("rule_id").asText()).isEqualTo(rule);
        assertThat(decision.get("replies")).hasSize(2);
        assertThat(said(conversation)).contains("It is 10, +" + person + ".");
        assertThat(api.get("/whatsapp/contacts/" + person).ok().get("tags").toString())
                .contains("lead");
        var rules = api.get("/whatsapp/bots/" + bot + "/rules").ok();
        assertThat(rules.at("/0/hits").asInt()).isEqualTo(1);
        assertThat(rules.at("/0/last_hit_at").asText()).isNotBlank();
        var trial = api.post("/whatsapp/bots/" + bot + "/test", "{\"text\":\"price?\",\"from\":\"+" + person + "\"}")
                .ok();
        assertThat(trial.at("/replies/0/text/body").asText()).isEqualTo("It is 10, +" + person + ".");
        assertThat(trial.at("/trace/rules/0/keyword").asText()).isEqualTo("price");
        assertThat(trial.at("/trace/handling").asText()).isEqualTo("bot");
    }

    @Test
    void outsideOfItsHoursItSaysSoOnce() {
        var person = "14155568002";
        linked("\"away_message\":\"We are back at 9.\",\"default_message\":\"fallback\",\"active_days\":{"
                + "\"monday\":false,\"tuesday\":false,\"wednesday\":false,\"thursday\":false,\"friday\":false,"
                + "\"saturday\":false,\"sunday\":false}");
        writes(person, "hello");
        var conversation = Conversations.with(api, person);
        assertThat(decision(conversation, 1).get("reason").asText()).isEqualTo("away_message");

        writes(person, "anybody there?");

        assertThat(decision(conversation, 2).get("reason").asText()).isEqualTo("outside_hours");
        assertThat(said(conversation)).containsExactly("We are back at 9.");
    }

    @Test
    void aConversationGoesOverToAPersonAndBack() {
        var person = "14155568003";
        linked("\"default_message\":\"fallback\",\"default_pause_seconds\":0");
        rule("""
                {"keywords":["agent"],"actions":[{"type":"text","text":"One moment."},
                 {"type":"handover","note":"asks for somebody"}]}""");
        writes(person, "agent, please");
        var conversation = Conversations.with(api, person);
        assertThat(decision(conversation, 1).get("outcome").asText()).isEqualTo("handed_over");
        var handed = api.get("/whatsapp/conversations/" + conversation).ok();
        assertThat(handed.at("/handling/by").asText()).isEqualTo("person");
        assertThat(handed.at("/handling/cause").asText()).isEqualTo("rule");
        assertThat(handed.at("/handling/note").asText()).isEqualTo("asks for somebody");
        assertThat(handed.get("bot_id").asText()).isEqualTo(bot);
        awaitEvent("conversation.handover", conversation);

        writes(person, "hello?");
        assertThat(decision(conversation, 2).get("reason").asText()).isEqualTo("with_a_person");

        var back = api.post("/whatsapp/conversations/" + conversation + "/return", null)
                .ok();
        assertThat(back.at("/handling/by").asText()).isEqualTo("bot");
        awaitEvent("conversation.returned", conversation);
        writes(person, "hello again");
        assertThat(decision(conversation, 3).get("reason").asText()).isEqualTo("default_message");
    }

    @Test
    void whoeverOfTheBusinessWritesHasTheConversation() {
        var person = "14155568004";
        linked("\"default_message\":\"fallback\",\"default_pause_seconds\":0");
        writes(person, "hello");
        var conversation = Conversations.with(api, person);
        decision(conversation, 1);

        api.post("/whatsapp/messages", Sending.text(number, "+" + person, "Ana here, how can I help?"))
                .ok();

        Api.await(
                "the hand-over",
                () -> Optional.of(api.get("/whatsapp/conversations/" + conversation)
                                .ok())
                        .filter(found -> found.at("/handling/by").asText().equals("person"))
                        .filter(found -> found.at("/handling/cause").asText().equals("written")));
        writes(person, "thank you");
        assertThat(decision(conversation, 2).get("reason").asText()).isEqualTo("with_a_person");
    }

    @Test
    void whatIsWrittenWithoutAPauseIsAnsweredOnce() {
        var person = "14155568005";
        linked("\"default_message\":\"fallback\",\"debounce_seconds\":2");
        rule("{\"keywords\":[\"how much\"],\"actions\":[{\"type\":\"text\",\"text\":\"10\"}]}");
        // One after the other: webhooks of one moment may come in any order.
        writes(person, "hi");
        var conversation = Conversations.with(api, person);
        writes(person, "how");
        awaitText(conversation, "how");
        writes(person, "much");

        var decision = decision(conversation, 1);

        assertThat(decision.get("inbound")).hasSize(3);
        assertThat(decision.get("reason").asText()).isEqualTo("rule");
        assertThat(said(conversation)).containsExactly("10");
    }

    @Test
    void itStopsWhenItHasAnsweredOftenEnough() {
        var person = "14155568006";
        linked("\"default_message\":\"fallback\",\"default_pause_seconds\":0,\"most_replies\":2");
        writes(person, "one");
        var conversation = Conversations.with(api, person);
        decision(conversation, 1);
        writes(person, "two");
        decision(conversation, 2);

        writes(person, "three");

        assertThat(decision(conversation, 3).get("reason").asText()).isEqualTo("too_many_replies");
        assertThat(said(conversation)).hasSize(2);
    }

    @Test
    void whoWantsNoAdvertisingIsAnsweredAndWhoWantsNothingIsNot() {
        var person = "14155568007";
        linked("\"default_message\":\"fallback\",\"default_pause_seconds\":0");
        writes(person, "STOP");
        var conversation = Conversations.with(api, person);
        assertThat(decision(conversation, 1).get("reason").asText()).isEqualTo("opted_out");
        assertThat(said(conversation)).isEmpty();
        writes(person, "How much is it?");
        assertThat(decision(conversation, 2).get("reason").asText()).isEqualTo("default_message");

        var optOut = "/whatsapp/contacts/" + person + "/opt_out";
        api.post(optOut, "{\"category\":\"all\"}").ok();
        writes(person, "How much is it?");
        assertThat(decision(conversation, 3).get("reason").asText()).isEqualTo("opted_out");
        writes(person, "START");
        assertThat(decision(conversation, 4).get("reason").asText()).isEqualTo("default_message");

        var muted = api.post("/whatsapp/conversations/" + conversation + "/autoreply", "{\"enabled\":false}")
                .ok();
        assertThat(muted.get("ai_autoreply_enabled").asBoolean()).isFalse();
        writes(person, "hello");
        assertThat(decision(conversation, 5).get("reason").asText()).isEqualTo("conversation_muted");
    }

    @Test
    void whatComesWhenTheWindowIsClosedIsNotAnswered() {
        var person = "14155568008";
        linked("\"default_message\":\"fallback\"");
        var post = new MetaPost(product, number);
        var late = post.text(person, MetaPost.newWamid(), "hello");
        var yesterday = Instant.now().minusSeconds(25 * 3_600).getEpochSecond();
        ((ObjectNode) late.at("/messages/0")).put("timestamp", Long.toString(yesterday));

        post.messages(late);

        var conversation = Conversations.with(api, person);
        assertThat(decision(conversation, 1).get("reason").asText()).isEqualTo("window_closed");
        assertThat(said(conversation)).isEmpty();
    }

    @Test
    void aBotThatIsLinkedAnswersWhatNobodyHas() {
        var person = "14155568009";
        link("null");
        writes(person, "is anybody there?");
        var conversation = Conversations.with(api, person);

        linked("\"default_message\":\"Here I am.\",\"reply_to_unread\":true");

        assertThat(decision(conversation, 1).get("reason").asText()).isEqualTo("default_message");
        assertThat(said(conversation)).containsExactly("Here I am.");
    }

    @Test
    void aBotIsMadeChangedSwitchedAndRemoved() {
        linked("\"timezone\":\"UTC+1\",\"active_hours\":{\"from\":\"22:00\",\"to\":\"5:00\"}");
        var first = rule("{\"keywords\":[\"one\"],\"actions\":[{\"type\":\"text\",\"text\":\"1\"}]}");
        var second =
                rule("{\"keywords\":[\"two\"],\"match\":\"exact\",\"actions\":[{\"type\":\"text\",\"text\":\"2\"}]}");
        var ordered = api.post(
                        "/whatsapp/bots/" + bot + "/rules/order",
                        "{\"rule_ids\":[\"" + second + "\",\"" + first + "\"]}")
                .ok();
        assertThat(ordered.at("/0/id").asText()).isEqualTo(second);
        var changed = api.put(
                        "/whatsapp/bots/" + bot,
                        "{\"name\":\"Night\",\"kind\":\"ai\",\"ai\":{\"base_url\":\"https://ai.example.com/v1\",\"model\":\"m\","
                                + "\"key\":\"sk-secret-of-the-test\"}}")
                .ok();
        assertThat(changed.get("timezone").asText()).isEqualTo("UTC+1");
        assertThat(changed.at("/ai/has_key").asBoolean()).isTrue();
        assertThat(changed.toString()).doesNotContain("sk-secret");
        assertThat(api.post("/whatsapp/bots/" + bot + "/toggle", null)
                        .ok()
                        .get("active")
                        .asBoolean())
                .isFalse();
        var told = api.post("/whatsapp/phone_numbers/" + number + "/autoreply", "{\"enabled\":true}")
                .ok();
        assertThat(told.get("ai_autoreply_enabled").asBoolean()).isTrue();
        assertThat(told.get("bot_id").asText()).isEqualTo(bot);

        assertThat(api.delete("/whatsapp/bots/" + bot).status()).isEqualTo(204);

        assertThat(api.get("/whatsapp/phone_numbers/" + number)
                        .ok()
                        .get("bot_id")
                        .isNull())
                .isTrue();
        assertThat(api.get("/whatsapp/bots/" + bot).status()).isEqualTo(404);
        var unknown = api.post("/whatsapp/phone_numbers/" + number + "/link-bot", "{\"bot_id\":\"" + bot + "\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/error/details/0/field").asText()).isEqualTo("bot_id");
    }

    @Test
    void whatIsWrongIsToldWithItsField() {
        linked("\"default_message\":\"fallback\"");
        for (var wrong : List.of(
                List.of("timezone", "{\"timezone\":\"Mars/Olympus\"}"),
                List.of("active_hours.from", "{\"active_hours\":{\"from\":\"25:00\"}}"),
                List.of("away_message", "{\"away_message\":\"{|}\"}"),
                List.of("kind", "{\"kind\":\"oracle\"}"),
                List.of("debounce_seconds", "{\"debounce_seconds\":61}"))) {
            var answer = api.put("/whatsapp/bots/" + bot, wrong.get(1));
            assertThat(answer.status()).as(wrong.get(1)).isEqualTo(422);
            assertThat(answer.json().at("/error/details/0/field").asText()).isEqualTo(wrong.get(0));
        }
        var rule = api.post(
                "/whatsapp/bots/" + bot + "/rules",
                "{\"keywords\":[\"(a\"],\"match\":\"regex\",\"actions\":[{\"type\":\"text\",\"text\":\"x\"}]}");
        assertThat(rule.json().at("/error/details/0/field").asText()).isEqualTo("keywords[0]");
        var action = api.post(
                "/whatsapp/bots/" + bot + "/rules",
                "{\"keywords\":[\"a\"],\"actions\":[{\"type\":\"image\",\"image\":{\"link\":\"ftp://x\"}}]}");
        assertThat(action.json().at("/error/details/0/field").asText()).isEqualTo("actions[0].image.link");
    }

    /** A new bot, which answers at once, on the number. */
    private void linked(String settings) {
        var wanted = settings.contains("debounce_seconds") ? settings : settings + ",\"debounce_seconds\":0";
        bot = api.post("/whatsapp/bots", "{\"name\":\"Reception\"," + wanted + "}")
                .ok()
                .get("id")
                .asText();
        link("\"" + bot + "\"");
    }

    private void link(String botId) {
        api.post("/whatsapp/phone_numbers/" + number + "/link-bot", "{\"bot_id\":" + botId + "}")
                .ok();
    }

    private String rule(String body) {
        return api.post("/whatsapp/bots/" + bot + "/rules", body).ok().get("id").asText();
    }

    private void writes(String person, String text) {
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
    }

    /** The latest decision in a conversation, once there are so many. */
    private JsonNode decision(String conversation, int count) {
        return Api.await(
                "decision " + count,
                () -> Optional.of(api.get("/whatsapp/conversations/" + conversation + "/decisions")
                                .ok())
                        .filter(decisions -> decisions.size() == count)
                        .map(decisions -> decisions.get(0)));
    }

    /** What the bot has said, the oldest first. */
    private List<String> said(String conversation) {
        return StreamSupport.stream(
                        api.get("/whatsapp/conversations/" + conversation + "/messages")
                                .ok()
                                .spliterator(),
                        false)
                .filter(message -> message.get("direction").asText().equals("outbound"))
                .filter(message -> message.get("type").asText().equals("text"))
                .sorted((a, b) -> a.get("id").asText().compareTo(b.get("id").asText()))
                .map(message -> message.at("/content/body").asText())
                .toList();
    }

    private void awaitText(String conversation, String text) {
        Api.await(
                text,
                () -> Optional.of(api.get("/whatsapp/conversations/" + conversation + "/messages")
                                .ok())
                        .filter(messages -> messages.findValuesAsText("body").contains(text)));
    }

    private void awaitEvent(String type, String conversation) {
        Api.await(
                type,
                () -> Optional.of(api.get("/whatsapp/events?limit=200&types=" + type)
                                .text())
                        .filter(events -> events.contains(conversation)));
    }
}
