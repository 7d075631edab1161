package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever has a client of Botmaker points it here: what seed 002 says, and the addresses of the published description beside it.
 * With a number of its own.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotmakerIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger NEXT_PERSON = new AtomicInteger(420_000);
    private static final String SEND = "/v2.0/chats-actions/send-messages";

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final Receiver receiver = new Receiver();
    private Api botmaker;
    private String key;
    private String number;
    private String channel;

    BotmakerIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @BeforeAll
    void connectANumberAndMakeAKeyForIt() {
        var account = meta.newAccount("Botmaker", "STANDARD");
        meta.connect(api, account.get("id").asText());
        number = account.at("/numbers/0/id").asText();
        key = newKey();
        botmaker = with(key);
        channel = botmaker.get("/v2.0/channels").ok().at("/items/0/id").asText();
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    private String newKey() {
        return api.post(
                        "/keys",
                        "{\"name\":\"Botmaker\",\"kind\":\"botmaker\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"}"
                                .formatted(number))
                .ok()
                .get("key")
                .asText();
    }

    private Api with(String token) {
        return Api.at(product.baseUrl().toString(), "").with("access-token", token);
    }

    private static String nextPerson() {
        return "14155" + NEXT_PERSON.incrementAndGet();
    }

    /** Somebody who has just written, so that free messages may go to him. */
    private String person() {
        var person = nextPerson();
        write(person, "Hello");
        Api.await("the word of a person", () -> {
            var list = api.get("/whatsapp/messages?limit=1&to=%2B" + person).ok();
            return list.isEmpty() ? Optional.empty() : Optional.of(list);
        });
        return person;
    }

    private void write(String person, String text) {
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
    }

    private Api.Answer send(String person, String entry) {
        return botmaker.post(
                SEND,
                "{\"chat\":{\"channelId\":\"%s\",\"contactId\":\"%s\"},\"messages\":[%s]}"
                        .formatted(channel, person, entry.replace('\'', '"')));
    }

    private List<JsonNode> outbound(String person) {
        return StreamSupport.stream(
                        api.get("/whatsapp/messages?limit=50&to=%2B" + person)
                                .ok()
                                .spliterator(),
                        false)
                .filter(message -> message.get("direction").asText().equals("outbound"))
                .toList();
    }

    private String webhook(String kind, String switches) {
        return botmaker.post(
                        "/v2.0/webhooks",
                        ("{'url':'%s','type':'%s','token':'suggested-7','messagesNotifications':{'channelsIds':['%s'],%s}}")
                                .formatted(receiver.url(), kind, channel, switches)
                                .replace('\'', '"'))
                .ok()
                .get("id")
                .asText();
    }

    private Receiver.Call heard(String what, Predicate<JsonNode> wanted) {
        return Api.await(
                what,
                () -> receiver.calls().stream()
                        .filter(call -> wanted.test(call.event()))
                        .findFirst());
    }

    private static boolean is(JsonNode event, String type, String person) {
        return event.path("type").asText().equals(type)
                && event.path("contactId").asText().equals("+" + person);
    }

    @Test
    @Covers({"S2-3", "S2-4", "S2-5"})
    void theTokenStandsInAHeaderOfItsOwn() {
        assertThat(botmaker.get("/v2.0/channels").status()).isEqualTo(200);
        for (var wrong : new String[] {"cm_nobody_has_this_key_at_all", "no"}) {
            var answer = with(wrong).get("/v2.0/channels");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().at("/errors/0/type").asText()).isEqualTo("invalid_api_key");
        }
        var foreign = api.post("/keys", "{\"name\":\"Other\",\"kind\":\"waabot\",\"scopes\":[\"*\"]}")
                .ok()
                .get("key")
                .asText();
        assertThat(with(foreign).get("/v2.0/channels").status()).isEqualTo(403);
    }

    @Test
    @Covers("S2-4")
    void credentialsAreRenewedAndEnded() throws JsonProcessingException {
        var first = newKey();
        var told = with(first).get("/v2.0/auth/credentials").ok();
        assertThat(told.get("accessToken").asText()).isEqualTo(first);

        var renewal = MAPPER.writeValueAsString(Map.of(
                "clientId", told.get("clientId").asText(),
                "secretId", told.get("secretId").asText(),
                "refreshToken", told.get("refreshToken").asText()));
        var second = with("expired")
                .post("/v2.0/auth/credentials", renewal)
                .ok()
                .get("accessToken")
                .asText();

        assertThat(with(first).get("/v2.0/channels").status()).isEqualTo(401);
        assertThat(with(second).get("/v2.0/channels").status()).isEqualTo(200);
        assertThat(with("expired").post("/v2.0/auth/credentials", renewal).status())
                .as("a key is renewed once")
                .isEqualTo(401);
        assertThat(with(second).delete("/v2.0/auth/credentials").status()).isEqualTo(204);
        assertThat(with(second).get("/v2.0/channels").status()).isEqualTo(401);
    }

    @Test
    @Covers("S2-8")
    void listChannelsTellsTheIdThatMessagesWant() {
        var item = botmaker.get("/v2.0/channels?platform=whatsapp&active=true")
                .ok()
                .at("/items/0");

        assertThat(item.get("id").asText())
                .endsWith("-whatsapp-" + item.get("number").asText());
        assertThat(botmaker.get("/v2.0/channels?platform=telegram").ok().get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @Covers({"S2-1", "S2-6", "S2-9", "S2-10", "S2-12", "S2-13"})
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':'_like this_ *like this* ~like this~ ```like this```'} | text",
                "{'text':'Yes?','buttons':[{'label':'Yes','intent':'yes'}]} | interactive",
                "{'media':{'filename':'a.png','mimeType':'image/png','url':'https://example.com/a.png'}} | image",
                "{'media':{'filename':'a.pdf','mimeType':'file/pdf','url':'https://example.com/a.pdf'}} | document",
                "{'location':{'latitude':'-34.6','longitude':'-58.3','name':'A','address':'B'}} | location",
                "{'contact':{'firstName':'Ana','lastName':'Paz','emails':['a@example.com'],'phones':['+14155550100']}} |"
                        + " contacts",
                "{'whatsappInteractive':{'body':'Where?','action':{'type':'requestLocation'}}} | interactive",
                "{'whatsappInteractive':{'body':'Go','action':{'type':'url','urlLink':'https://example.com','label':'Open'}}}"
                        + " | interactive",
                "{'whatsappInteractive':{'body':'One?','action':{'type':'intent','buttons':[{'label':'A','intent':'a'}]}}} |"
                        + " interactive",
                "{'whatsappInteractive':{'body':'Which?','action':{'type':'list','button':'Menu','sections':[{'rows':["
                        + "{'id':'a','title':'A'}]}]}}} | interactive"
            })
    void everyKindOfMessageIsTakenAndSent(String entry, String type) {
        var person = person();
        var answer = send(person, entry);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("webhookNotificationId").asText()).matches("[0-9A-Z]{20}");
        assertThat(outbound(person))
                .singleElement()
                .satisfies(message -> assertThat(message.get("type").asText()).isEqualTo(type));
    }

    @Test
    @Covers("S2-9")
    void aPlusSignIsTheSamePerson() {
        var person = person();
        send("+" + person, "{'text':'One'}").ok();
        send(person, "{'text':'Two'}").ok();

        assertThat(botmaker.get("/v2.0/chats?contact-id=" + person).ok().get("items"))
                .hasSize(1);
    }

    @Test
    @Covers("S2-13")
    void whoeverInsistsGets202() {
        var own = with(newKey());
        var body = "{\"chat\":{\"channelId\":\"%s\",\"contactId\":\"%s\"},\"messages\":[{\"text\":\"Hi\"}]}";

        own.send("PATCH", "/v2.0/auth/credentials", "{\"acceptedStatus\":202}").ok();

        assertThat(own.post(SEND, body.formatted(channel, person())).status()).isEqualTo(202);
        assertThat(botmaker.post(SEND, body.formatted(channel, person())).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @Covers("S2-14")
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"chat\":{\"channelId\":\"nobody-whatsapp-1\",\"contactId\":\"14155550100\"},\"messages\":[{\"text\":\"A\"}]}",
                "{\"chat\":{\"chatId\":\"0000000000000000000000001\"},\"messages\":[{\"text\":\"A\"}]}",
                "{\"chat\":{\"channelId\":\"CHANNEL\",\"contactId\":\"me\"},\"messages\":[{\"text\":\"A\"}]}",
                "{\"chat\":{\"channelId\":\"CHANNEL\",\"contactId\":\"14155550100\"},\"messages\":[]}",
                "{\"chat\":{\"channelId\":\"CHANNEL\",\"contactId\":\"14155550100\"},\"messages\":[{}]}"
            })
    void whatIsWrongIs400(String body) {
        var answer = botmaker.post(SEND, body.replace("CHANNEL", channel));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/message").asText()).isNotEmpty();
    }

    @Test
    @Covers({"S2-2", "S2-11", "S2-17", "S2-19", "S2-20", "S2-22", "S2-23", "S2-25", "S2-29"})
    void theWebhookHearsOfMessagesAndTheirStatus() {
        var hook = webhook(
                "Message and Status", "'notifyUserMessages':true,'notifyBotMessages':true,'notifyStatusChanges':true");
        var person = person();
        var inbound = heard("what a person wrote", event -> is(event, "message", person));
        var id = send(person, "{'text':'Hi','webhookPayload':'order 7'}")
                .ok()
                .get("webhookNotificationId")
                .asText();
        var outbound = heard(
                "what went out",
                event -> is(event, "message", person)
                        && event.at("/messages/0/from").asText().equals("bot"));
        var status = heard("a status", event -> is(event, "status", person));
        botmaker.delete("/v2.0/webhooks/" + hook);

        assertThat(inbound.event().at("/messages/0/message").asText()).isEqualTo("Hello");
        assertThat(inbound.event().at("/messages/0/from").asText()).isEqualTo("user");
        assertThat(inbound.event().get("chatChannelId").asText()).isEqualTo(channel);
        assertThat(inbound.headers().get("Auth-bm-token")).containsExactly("suggested-7");
        assertThat(outbound.event().get("txId").asText()).isEqualTo(id);
        assertThat(outbound.event().get("webhookPayload").asText()).isEqualTo("order 7");
        assertThat(status.event().get("txId").asText()).isEqualTo(id);
        assertThat(status.event().get("webhookPayload").asText()).isEqualTo("order 7");
        assertThat(status.event().get("status").asText()).isIn("received", "delivered", "read");
        assertThat(status.event().get("isTemplate").asBoolean()).isFalse();
    }

    @Test
    @Covers({"S2-24", "S2-29"})
    void whatTheTeamWritesIsToldToWhoeverWantsThatAndNothingElse() {
        var hook = webhook(
                "messages-and-status",
                "'notifyUserMessages':false,'notifyOperatorMessages':true,'notifyStatusChanges':false");
        var person = person();
        var conversation = api.get("/whatsapp/messages?limit=1&to=%2B" + person)
                .ok()
                .at("/0/conversation_id")
                .asText();
        api.post("/whatsapp/conversations/" + conversation + "/handover", "{\"note\":\"Call her\"}")
                .ok();
        api.post(
                        "/whatsapp/messages",
                        "{\"phone_number_id\":\"%s\",\"to\":\"+%s\",\"text\":\"I am Ben\"}".formatted(number, person))
                .ok();
        var told = heard("a word of the team", event -> is(event, "message", person));
        botmaker.delete("/v2.0/webhooks/" + hook);

        assertThat(told.event().at("/messages/0/from").asText()).isEqualTo("operator");
        assertThat(receiver.calls())
                .filteredOn(call -> call.event().path("contactId").asText().equals("+" + person))
                .allSatisfy(call ->
                        assertThat(call.event().at("/messages/0/from").asText()).isEqualTo("operator"));
    }

    @Test
    @Covers({"S2-18", "S2-25"})
    void aClosedWindowIsToldLater() {
        var status = webhook("messages-and-status", "'notifyStatusChanges':true");
        var results = webhook("async-results", "'notifyUserMessages':false");
        var person = nextPerson();
        var id = send(person, "{'text':'Hi','webhookPayload':'order 8'}")
                .ok()
                .get("webhookNotificationId")
                .asText();
        var error = heard("the status", event -> is(event, "status", person));
        var result = heard(
                "the result",
                event -> event.path("webhookNotificationId").asText().equals(id));
        botmaker.delete("/v2.0/webhooks/" + status);
        botmaker.delete("/v2.0/webhooks/" + results);

        assertThat(error.event().get("status").asText()).isEqualTo("error");
        assertThat(error.event().at("/error/code").asInt()).isEqualTo(131_047);
        assertThat(error.event().get("webhookPayload").asText()).isEqualTo("order 8");
        assertThat(result.event().get("result").asText()).isEqualTo("error");
        assertThat(outbound(person)).isEmpty();
    }

    @Test
    @Covers({"S2-27", "S2-28"})
    void eventsAndVariablesAreToldWhenTheyHappen() {
        var hook = webhook(
                "messages-and-status",
                "'notifyUserMessages':false,'notifyStatusChanges':false,'notifyEventMessages':true,"
                        + "'includeVariableChanges':true");
        // The blacklist is the workspace's: a key for one number has no say in it.
        var ofAll = with(api.post("/keys", "{\"name\":\"All\",\"kind\":\"botmaker\",\"scopes\":[\"*\"]}")
                .ok()
                .get("key")
                .asText());
        var person = person();
        var chat = "/v2.0/chats/" + channel + ":" + person;
        var changed = botmaker.send("PATCH", chat, "{\"variables\":{\"size\":\"XL\"},\"tags\":{\"vip\":true}}")
                .ok();
        var variables = heard(
                "a variable",
                event -> is(event, "event", person)
                        && event.path("name").asText().equals("set-variable"));
        assertThat(ofAll.post("/v2.0/notifications/contacts-blacklist", "{\"contacts\":[\"" + person + "\"]}")
                        .status())
                .isEqualTo(204);
        heard(
                "a person who wants nothing",
                event -> is(event, "event", person)
                        && event.path("name").asText().equals("user-blocked"));
        assertThat(ofAll.delete("/v2.0/notifications/contacts-blacklist/" + person)
                        .status())
                .isEqualTo(204);
        heard(
                "a person who wants something again",
                event -> is(event, "event", person)
                        && event.path("name").asText().equals("user-unblocked"));
        botmaker.delete("/v2.0/webhooks/" + hook);

        assertThat(changed.at("/variables/size").asText()).isEqualTo("XL");
        assertThat(changed.at("/tags/0").asText()).isEqualTo("vip");
        assertThat(variables.event().at("/info/variables/size").asText()).isEqualTo("XL");
    }

    @Test
    @Covers("S2-21")
    void aWebhookHasOneChannelAtLeast() {
        var body = "{\"url\":\"%s\",\"messagesNotifications\":{\"channelsIds\":%s}}";

        assertThat(botmaker.post("/v2.0/webhooks", body.formatted(receiver.url(), "[]"))
                        .status())
                .isEqualTo(400);
        var made = botmaker.post("/v2.0/webhooks", body.formatted(receiver.url(), "[\"" + channel + "\"]"))
                .ok();
        var id = made.get("id").asText();
        assertThat(botmaker.get("/v2.0/webhooks/" + id).ok()).isEqualTo(made);
        assertThat(botmaker.put("/v2.0/webhooks/" + id, "{\"active\":false}")
                        .ok()
                        .get("active")
                        .asBoolean())
                .isFalse();
        assertThat(botmaker.delete("/v2.0/webhooks/" + id).status()).isEqualTo(204);
        assertThat(botmaker.get("/v2.0/webhooks/" + id).status()).isEqualTo(404);
    }

    @Test
    void messagesAreListedPageByPage() {
        var person = person();
        for (var text : List.of("One", "Two", "Three")) {
            send(person, "{'text':'" + text + "'}").ok();
        }
        var texts = new ArrayList<String>();
        var path = "/v2.0/messages?contact-id=" + person + "&limit=2";
        while (path != null) {
            var page = botmaker.get(path).ok();
            assertThat(page.get("items").size()).isBetween(1, 2);
            page.get("items").forEach(item -> texts.add(item.at("/content/text").asText()));
            var next = page.get("nextPage");
            path = next.isNull() ? null : local(URI.create(next.asText()));
        }

        assertThat(texts).containsExactly("Three", "Two", "One", "Hello");
    }

    /** The test does not reach the product by its public address. */
    private static String local(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    @Test
    void aMessageIsReactedToAndMarkedAsRead() {
        var person = person();
        var message = botmaker.get("/v2.0/messages?contact-id=" + person)
                .ok()
                .at("/items/0/id")
                .asText();

        assertThat(botmaker.post(
                                "/v2.0/chats-actions/send-reaction",
                                "{\"messageId\":\"%s\",\"reaction\":\"👍\"}".formatted(message))
                        .status())
                .isEqualTo(202);
        assertThat(outbound(person))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/content/emoji").asText()).isEqualTo("👍"));
        assertThat(botmaker.send("DELETE", "/v2.0/chats-actions/send-reaction?messageId=" + message, null)
                        .status())
                .isEqualTo(202);
        var feedback = "{\"channelId\":\"%s\",\"contactId\":\"%s\",\"typing\":true}";
        assertThat(botmaker.post("/v2.0/chats-actions/send-read-typing-feedback", feedback.formatted(channel, person))
                        .status())
                .isEqualTo(204);
        assertThat(botmaker.post(
                                "/v2.0/chats-actions/send-read-typing-feedback",
                                feedback.formatted(channel, nextPerson()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Covers({"S2-18", "S2-26"})
    void aTemplateIsAnIntentAndHasAStatusOfItsOwn() {
        var made = botmaker.post(
                        "/v2.0/whatsapp/templates",
                        ("{'name':'order_ready_bm','category':'UTILITY','locale':'en_US',"
                                        + "'body':{'text':'Hi ${name}, your order is ready.'},'examples':{'name':'Ana'}}")
                                .replace('\'', '"'))
                .ok();
        assertThat(made.get("state").asText()).isIn("ACCOUNT_PENDING", "APPROVED");
        Api.await(
                "the review",
                () -> Optional.of(botmaker.get("/v2.0/whatsapp/templates/order_ready_bm")
                                .ok())
                        .filter(one -> one.get("state").asText().equals("APPROVED")));
        var hook = webhook(
                "messages-and-status",
                "'notifyUserMessages':false,'notifyStatusChanges':true,'notifyHsmStatusOnly':true");
        var person = person();
        send(person, "{'text':'Hi'}").ok();
        var item = "{\"chat\":{\"channelId\":\"%s\",\"contactId\":\"%s\"},\"intentIdOrName\":\"%s\",\"variables\":%s}";
        var answer = botmaker.post(
                "/v2.0/chats-actions/batch/trigger-intent",
                "{\"items\":[%s,%s,%s,%s]}"
                        .formatted(
                                item.formatted(channel, person, "order_ready_bm", "{\"name\":\"Ana\"}"),
                                item.formatted(channel, nextPerson(), "order_ready_bm", "{}"),
                                item.formatted(channel, person, "nothing", "{}"),
                                item.formatted(channel, person, "order_ready_bm", "{}")));
        var first = answer.json().at("/items/0/webhookNotificationId");
        var status = heard(
                "the status of a template",
                event -> is(event, "status", person) && event.path("txId").equals(first));
        botmaker.delete("/v2.0/webhooks/" + hook);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(status.event().get("whatsappTemplate").asText()).isEqualTo("order_ready_bm");
        assertThat(answer.json().at("/items/1/errors/0/source").asText()).isEqualTo("variables.name");
        assertThat(answer.json().at("/items/2/errors/0/source").asText()).endsWith("intentIdOrName");
        assertThat(answer.json().at("/items/3/webhookNotificationId").asText())
                .as("what was said of her before is still known")
                .isNotEmpty();
        assertThat(receiver.calls())
                .filteredOn(call -> is(call.event(), "status", person))
                .allSatisfy(call ->
                        assertThat(call.event().get("isTemplate").asBoolean()).isTrue());
    }

    @Test
    void aRuleOfABotIsAnIntent() {
        var bot = api.post("/whatsapp/bots", "{\"name\":\"Botmaker rules\",\"kind\":\"rules\"}")
                .ok()
                .get("id")
                .asText();
        api.post(
                        "/whatsapp/bots/" + bot + "/rules",
                        "{\"title\":\"opening hours\",\"keywords\":[\"hours\"],\"actions\":[{\"type\":\"text\","
                                + "\"text\":\"[size] is open until ten.\"}]}")
                .ok();
        var person = person();

        assertThat(botmaker.post(
                                "/v2.0/chats-actions/trigger-intent",
                                ("{'chat':{'channelId':'%s','contactId':'%s'},'intentIdOrName':'opening hours',"
                                                + "'variables':{'size':'XL'}}")
                                        .formatted(channel, person)
                                        .replace('\'', '"'))
                        .status())
                .isEqualTo(202);
        assertThat(outbound(person))
                .singleElement()
                .satisfies(one -> assertThat(one.at("/content/body").asText()).isEqualTo("XL is open until ten."));
        assertThat(botmaker.get("/v2.0/intents").ok().get("items"))
                .anyMatch(one -> one.get("name").asText().equals("opening hours"));
        var old = botmaker.post(
                "/api/v1.0/intent/v2",
                ("{'chatPlatform':'whatsapp','chatChannelNumber':'%s','platformContactId':'%s',"
                                + "'ruleNameOrId':'opening hours','params':{'size':'S'}}")
                        .formatted(channel.replaceAll(".*-", ""), person)
                        .replace('\'', '"'));
        assertThat(old.ok().get("id").asText()).matches("[0-9A-Z]{20}");
        assertThat(outbound(person))
                .extracting(one -> one.at("/content/body").asText())
                .contains("S is open until ten.");
        assertThat(api.delete("/whatsapp/bots/" + bot).status()).isEqualTo(204);
    }

    @Test
    void aNotificationIsACampaignWithItsResults() {
        botmaker.post(
                        "/v2.0/whatsapp/templates",
                        ("{'name':'spring_bm','category':'UTILITY','locale':'en_US',"
                                        + "'body':{'text':'Hi ${name}, it is spring.'}}")
                                .replace('\'', '"'))
                .ok();
        Api.await(
                "the review",
                () -> Optional.of(botmaker.get("/v2.0/whatsapp/templates/spring_bm")
                                .ok())
                        .filter(one -> one.get("state").asText().equals("APPROVED")));
        botmaker.post("/v2.0/notifications/campaigns", "{\"name\":\"Spring\",\"goal\":\"Sell\"}")
                .ok();
        var person = nextPerson();
        var made = botmaker.post(
                "/v2.0/notifications",
                ("{'campaign':'Spring','channelId':'%s','name':'First','intentIdOrName':'spring_bm','contacts':["
                                + "{'contactId':'%s','variables':{'name':'Ana'},'webhookPayload':'spring 1'}]}")
                        .formatted(channel, person)
                        .replace('\'', '"'));
        assertThat(made.status()).isEqualTo(201);

        var sent = Api.await(
                "the results",
                () -> Optional.of(botmaker.get("/v2.0/notifications/sent-results/First")
                                .ok())
                        .filter(one -> one.get("sent").asInt() == 1));
        assertThat(sent.get("campaign").asText()).isEqualTo("Spring");
        assertThat(sent.at("/items/0/contactId").asText()).isEqualTo(person);
        assertThat(sent.at("/items/0/lastStatus").asText()).isIn("sent", "delivered", "read");
        assertThat(sent.at("/items/0/sentTime").asText()).isNotEmpty();
        assertThat(sent.get("nextPage").isNull()).isTrue();
        assertThat(outbound(person))
                .singleElement()
                .satisfies(one -> assertThat(one.get("template").asText()).isEqualTo("spring_bm"));
    }

    @Test
    void anExampleOfATemplateMayBeAnAddress() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/a.png", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, Inbox.PNG.length);
            exchange.getResponseBody().write(Inbox.PNG);
            exchange.close();
        });
        server.start();
        try {
            var template = ("{'name':'%s','category':'UTILITY','locale':'en_US','header':{'format':'IMAGE',"
                            + "'exampleURL':'http://127.0.0.1:%d/%s'},'body':{'text':'It is ready.'}}")
                    .replace('\'', '"');
            int port = server.getAddress().getPort();
            var made = botmaker.post("/v2.0/whatsapp/templates", template.formatted("picture_bm", port, "a.png"))
                    .ok();
            var refused =
                    botmaker.post("/v2.0/whatsapp/templates", template.formatted("no_picture_bm", port, "none.png"));

            assertThat(made.at("/header/format").asText()).isEqualTo("IMAGE");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/source").asText()).isEqualTo("header.exampleURL");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theOldestAddressesGoOn() {
        var person = person();
        var answer = botmaker.post(
                "/api/v1.0/message/v3",
                ("{'chatPlatform':'whatsapp','chatChannelNumber':'%s','platformContactId':'%s','messageText':'Hi'}")
                        .formatted(channel.replaceAll(".*-", ""), person)
                        .replace('\'', '"'));

        assertThat(answer.ok().get("id").asText()).matches("[0-9A-Z]{20}");
        assertThat(outbound(person)).hasSize(1);
    }

    @Test
    void whatThereIsNotIsSaid() {
        assertThat(botmaker.get("/v2.0/agents").status()).isEqualTo(501);
        assertThat(botmaker.get("/v2.0/nothing").status()).isEqualTo(404);
        assertThat(botmaker.delete("/v2.0/channels").status()).isEqualTo(405);
    }
}
