package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * "How to Receive Messages?" of seed 002: types, channels, tokens and switches of webhooks. Each webhook has a token of its own,
 * by which the server knows which of them a call is of.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotmakerWebhooksIT {
    private static final String MESSAGES = "Message and Status";
    private static final String RESTS = "resting_until";

    /** The switches of the seed by our names of their fields. */
    private static final List<String> SWITCHES = List.of(
            "notifyBotMessages",
            "notifyUserMessages",
            "notifyOperatorMessages",
            "notifyStatusChanges",
            "notifyHsmStatusOnly",
            "notifyEventMessages",
            "includeVariableChanges");

    private final Product product;
    private final Receiver receiver = new Receiver();
    private final List<String> made = new ArrayList<>();
    private BotmakerAccount botmaker;
    private Api all;
    private List<String> channels;

    BotmakerWebhooksIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void connect() {
        botmaker = new BotmakerAccount(product, "Botmaker webhooks", 440_000, "STANDARD", "STANDARD");
        all = botmaker.with(botmaker.newKey(null, "[\"*\"]"));
        channels = List.of(botmaker.channel(), channelOf(botmaker.number(1)));
    }

    private String channelOf(String number) {
        var own = botmaker.with(botmaker.newKey(number, "[\"whatsapp:read\"]"));
        return own.get("/v2.0/channels").ok().at("/items/0/id").asText();
    }

    @AfterEach
    void removeWebhooks() {
        made.forEach(
                id -> assertThat(all.delete("/v2.0/webhooks/" + id).status()).isEqualTo(204));
        made.clear();
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    private String webhook(Receiver server, String type, String token, List<String> channelIds, Set<String> on) {
        var switches = SWITCHES.stream()
                .map(name -> "\"" + name + "\":" + on.contains(name))
                .collect(Collectors.joining(","));
        var id = all.post(
                        "/v2.0/webhooks",
                        "{\"url\":\"%s\",\"type\":\"%s\",\"token\":\"%s\",\"messagesNotifications\":{\"channelsIds\":[%s],%s}}"
                                .formatted(
                                        server.url(),
                                        type,
                                        token,
                                        channelIds.stream()
                                                .map(one -> "\"" + one + "\"")
                                                .collect(Collectors.joining(",")),
                                        switches))
                .ok()
                .get("id")
                .asText();
        made.add(id);
        return id;
    }

    private void webhook(String token, String... on) {
        webhook(receiver, MESSAGES, token, channels.subList(0, 1), Set.of(on));
    }

    private List<JsonNode> heardBy(String token) {
        return receiver.calls().stream()
                .filter(call -> token.equals(tokenOf(call)))
                .map(Receiver.Call::event)
                .toList();
    }

    /** What an earlier test has sent may still be on its way. */
    private List<JsonNode> heardOf(String person, String token) {
        return heardBy(token).stream().filter(event -> isOf(event, person)).toList();
    }

    private static String tokenOf(Receiver.Call call) {
        return call.headers().getOrDefault("Auth-bm-token", List.of("")).get(0);
    }

    private JsonNode awaitAt(String token, String what, Predicate<JsonNode> wanted) {
        return Api.await(what, () -> heardBy(token).stream().filter(wanted).findFirst());
    }

    private static Predicate<JsonNode> messageFrom(String who, String person) {
        return event -> event.path("type").asText().equals("message")
                && event.at("/messages/0/from").asText().equals(who)
                && isOf(event, person);
    }

    private static Predicate<JsonNode> status(String word, String person) {
        return event -> event.path("status").asText().equals(word) && isOf(event, person);
    }

    private static Predicate<JsonNode> event(String name, String person) {
        return event -> event.path("name").asText().equals(name) && isOf(event, person);
    }

    private static boolean isOf(JsonNode event, String person) {
        return event.path("contactId").asText().equals("+" + person);
    }

    @Test
    @Covers({"S2-22", "S2-23", "S2-24", "S2-25", "S2-26", "S2-27", "S2-29"})
    void eachSwitchTellsItsOwnAndNothingElse() {
        botmaker.template("all_switches_bm", "Hi ${name}, your order is ready.");
        webhook("bot", "notifyBotMessages");
        webhook("user", "notifyUserMessages");
        webhook("agent", "notifyOperatorMessages");
        webhook("status", "notifyStatusChanges");
        webhook("hsm", "notifyHsmStatusOnly");
        webhook("events", "notifyEventMessages");
        var person = botmaker.person();

        var text = botmaker.send(person, "{'text':'From a program'}").ok();
        botmaker.client()
                .post(
                        "/v2.0/chats-actions/trigger-intent",
                        ("{'chat':{'channelId':'%s','contactId':'%s'},'intentIdOrName':'all_switches_bm',"
                                        + "'variables':{'name':'Ana'}}")
                                .formatted(botmaker.channel(), person)
                                .replace('\'', '"'));
        writeAsTheTeam(person);
        all.post("/v2.0/notifications/contacts-blacklist", "{\"contacts\":[\"" + person + "\"]}");

        awaitAt("user", "what a person wrote", messageFrom("user", person));
        awaitAt("bot", "what a program sent", messageFrom("bot", person));
        var template = awaitAt(
                "bot",
                "the template",
                messageFrom("bot", person).and(event -> event.at("/messages/0").has("whatsAppTemplateName")));
        awaitAt("agent", "what the team wrote", messageFrom("operator", person));
        for (var word : List.of("received", "delivered", "read")) {
            awaitAt(
                    "status",
                    word,
                    status(word, person).and(event -> event.path("txId").equals(text.get("webhookNotificationId"))));
            awaitAt("hsm", word + ", of a template", status(word, person));
        }
        awaitAt("events", "that a person got it", event("bot-change", person));
        awaitAt("events", "that he wants nothing", event("user-blocked", person));

        assertThat(heardOf(person, "user")).allMatch(messageFrom("user", person));
        assertThat(heardOf(person, "bot")).allMatch(messageFrom("bot", person));
        assertThat(template.at("/messages/0/message").asText()).isEqualTo("Hi Ana, your order is ready.");
        assertThat(heardOf(person, "agent")).allMatch(messageFrom("operator", person));
        assertThat(heardOf(person, "status"))
                .allMatch(event -> event.get("type").asText().equals("status"));
        assertThat(heardOf(person, "hsm"))
                .allMatch(event -> event.get("isTemplate").asBoolean())
                .allMatch(event -> event.get("whatsappTemplate").asText().equals("all_switches_bm"));
        assertThat(heardOf(person, "events"))
                .allMatch(event -> event.get("type").asText().equals("event"));
    }

    private void writeAsTheTeam(String person) {
        var api = botmaker.api();
        var conversation = api.get("/whatsapp/messages?limit=1&to=%2B" + person)
                .ok()
                .at("/0/conversation_id")
                .asText();
        api.post("/whatsapp/conversations/" + conversation + "/handover", "{\"note\":\"Call her\"}")
                .ok();
        api.post("/whatsapp/messages", Sending.text(botmaker.number(0), "+" + person, "I am Ben"))
                .ok();
    }

    @Test
    @Covers("S2-25")
    void whatDoesNotArriveIsAnError() {
        webhook("errors", "notifyStatusChanges");
        // Whoever has such a number is not on WhatsApp (docs/sandbox.md).
        var person = "442499131026";
        botmaker.write(botmaker.number(0), person, "Hello");
        Api.await(
                "the word of a person",
                () -> Optional.of(botmaker.client()
                                .get("/v2.0/messages?contact-id=" + person)
                                .ok()
                                .get("items"))
                        .filter(items -> !items.isEmpty()));
        botmaker.send(person, "{'text':'Hi','webhookPayload':'order 9'}").ok();

        var error = awaitAt("errors", "the error", status("error", person));

        assertThat(error.at("/error/code").asInt()).isEqualTo(131_026);
        assertThat(error.get("webhookPayload").asText()).isEqualTo("order 9");
    }

    @Test
    @Covers({"S2-17", "S2-21"})
    void aWebhookHearsOfItsChannelsAndOfNoOthers() {
        webhook(receiver, MESSAGES, "first", channels.subList(0, 1), Set.of("notifyUserMessages"));
        webhook(receiver, MESSAGES, "both", channels, Set.of("notifyUserMessages"));
        var ofSecond = botmaker.nextPerson();
        botmaker.write(botmaker.number(1), ofSecond, "To the second");
        awaitAt("both", "a word to the second", messageFrom("user", ofSecond));
        var ofFirst = botmaker.person();
        awaitAt("both", "a word to the first", messageFrom("user", ofFirst));
        awaitAt("first", "a word to the first", messageFrom("user", ofFirst));

        assertThat(heardBy("first"))
                .allMatch(event -> event.get("chatChannelId").asText().equals(channels.get(0)));
        var told = heardBy("both").stream()
                .filter(messageFrom("user", ofSecond))
                .findFirst()
                .orElseThrow();
        assertThat(told.get("chatChannelId").asText()).isEqualTo(channels.get(1));
        assertThat(told.at("/messages/0/message").asText()).isEqualTo("To the second");
    }

    @Test
    @Covers("S2-20")
    void withoutATokenNoneIsSent() {
        webhook(receiver, MESSAGES, "", channels.subList(0, 1), Set.of("notifyUserMessages"));
        var person = botmaker.person();

        var call = Api.await(
                "a call",
                () -> receiver.calls().stream()
                        .filter(one -> isOf(one.event(), person))
                        .findFirst());

        assertThat(call.headers()).doesNotContainKey("Auth-bm-token");
    }

    @Test
    @Covers("S2-28")
    void variablesAreToldOnceWhereTheyAreWanted() {
        var bot = botmaker.api()
                .post("/whatsapp/bots", "{\"name\":\"Botmaker variables\",\"kind\":\"rules\"}")
                .ok()
                .get("id")
                .asText();
        botmaker.api()
                .post(
                        "/whatsapp/bots/" + bot + "/rules",
                        "{\"title\":\"sizes bm\",\"keywords\":[\"sizes\"],\"actions\":[{\"type\":\"text\",\"text\":\"We have it.\"}]}")
                .ok();
        webhook("variables", "notifyBotMessages", "includeVariableChanges");
        webhook("none", "notifyBotMessages");
        var person = botmaker.person();
        botmaker.client()
                .post(
                        "/v2.0/chats-actions/trigger-intent",
                        ("{'chat':{'channelId':'%s','contactId':'%s'},'intentIdOrName':'sizes bm',"
                                        + "'variables':{'size':'XL'}}")
                                .formatted(botmaker.channel(), person)
                                .replace('\'', '"'));
        var with = awaitAt("variables", "what the rule says", messageFrom("bot", person));
        var without = awaitAt("none", "what the rule says", messageFrom("bot", person));
        botmaker.send(person, "{'text':'Anything else?'}").ok();
        var later = awaitAt(
                "variables",
                "a message later",
                messageFrom("bot", person)
                        .and(event -> event.at("/messages/0/message").asText().equals("Anything else?")));

        assertThat(botmaker.api().delete("/whatsapp/bots/" + bot).status()).isEqualTo(204);
        assertThat(with.at("/variables/size").asText()).isEqualTo("XL");
        assertThat(without.has("variables")).isFalse();
        assertThat(later.has("variables")).isFalse();
    }

    @Test
    @Covers("S2-18")
    void managementTellsWhatMetaDecides() {
        webhook(receiver, "WhatsApp Management", "management", channels, Set.of());
        botmaker.template("management_bm", "Nothing to fill in.");

        var told = awaitAt(
                "management",
                "the review",
                event -> event.path("event").asText().equals("template-status")
                        && event.at("/data/name").asText().equals("management_bm"));

        assertThat(told.get("type").asText()).isEqualTo("whatsapp-management");
        assertThat(told.get("wabaId").asText()).isNotEmpty();
    }

    @Test
    @Covers({"S2-11", "S2-18"})
    void resultsTellWhatBecameOfCalls() {
        webhook(receiver, "Asynchronous API Results", "results", channels, Set.of());
        var person = botmaker.person();
        var ok = botmaker.send(person, "{'text':'Hi','webhookPayload':'order 10'}")
                .ok();
        var told = awaitAt(
                "results",
                "the result",
                event -> event.path("webhookNotificationId").equals(ok.get("webhookNotificationId")));

        assertThat(told.get("type").asText()).isEqualTo("async-result");
        assertThat(told.get("result").asText()).isEqualTo("ok");
        assertThat(told.get("endpoint").asText()).isEqualTo("/chats-actions/send-messages");
        assertThat(told.get("webhookPayload").asText()).isEqualTo("order 10");
    }

    /** Botmaker leaves a server alone for ten minutes after a hundred failures in ten, and loses what happens meanwhile. */
    @Test
    void aServerThatFailsIsLeftAloneAndLosesNothing() {
        int tests = 40;
        var isUp = new AtomicBoolean();
        try (var broken = new Receiver()
                .behaving(earlier -> isUp.get() ? Receiver.Behaviour.TAKE : Receiver.Behaviour.REFUSE_500)) {
            var id = webhook(broken, MESSAGES, "breaker", channels, Set.of());
            for (int i = 0; i < tests; i++) {
                assertThat(all.post("/v2.0/webhooks/" + id + "/test", null).status())
                        .isEqualTo(204);
            }
            var known = Api.await("the rest", () -> endpoint(broken.url()).filter(one -> one.hasNonNull(RESTS)));
            int calls = broken.calls().size();
            var rest = Duration.between(
                    Instant.now(), Instant.parse(known.get(RESTS).asText()));
            isUp.set(true);
            botmaker.api()
                    .post("/whatsapp/webhooks/" + known.get("id").asText() + "/resume", null)
                    .ok();
            Api.await(
                    "all tests at a server that is back",
                    () -> Optional.of(broken.takenIds()).filter(taken -> taken.size() == tests));

            assertThat(calls).isGreaterThan(100);
            assertThat(rest).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
        }
    }

    private Optional<JsonNode> endpoint(String url) {
        var endpoints = botmaker.api().get("/whatsapp/webhooks").ok();
        return StreamSupport.stream(endpoints.spliterator(), false)
                .filter(one -> one.get("url").asText().equals(url))
                .findFirst();
    }

    @Test
    @Covers({"S2-19", "S2-20", "S2-21", "S2-29"})
    void whatIsSetIsShownAndOnlyWhatIsNamedChanges() {
        var id = webhook(receiver, MESSAGES, "mine", channels, Set.of("notifyUserMessages", "notifyEventMessages"));
        var path = "/v2.0/webhooks/" + id;
        all.put(path, "{\"messagesNotifications\":{\"notifyBotMessages\":true},\"token\":\"other\"}")
                .ok();

        var shown = all.get(path).ok();
        var notifications = shown.get("messagesNotifications");

        assertThat(shown.get("url").asText()).isEqualTo(receiver.url());
        assertThat(shown.get("token").asText()).isEqualTo("other");
        assertThat(notifications.get("channelsIds"))
                .extracting(JsonNode::asText)
                .containsAll(channels);
        var on = Map.of("notifyBotMessages", true, "notifyUserMessages", true, "notifyEventMessages", true);
        SWITCHES.forEach(name ->
                assertThat(notifications.get(name).asBoolean()).as(name).isEqualTo(on.getOrDefault(name, false)));
        assertThat(all.put(path, "{\"token\":\"with a space\"}")
                        .json()
                        .at("/errors/0/source")
                        .asText())
                .isEqualTo("token");
        assertThat(botmaker.client().get(path).status())
                .as("of two channels, for who may use one of them")
                .isEqualTo(404);
    }
}
