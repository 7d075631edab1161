package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever has a client of Waabot points it here: the lines of seed 001 as they stand, the SDK's way to call, and every failure
 * in the words that such clients read. With a number of its own.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaabotIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final AtomicInteger NEXT_PERSON = new AtomicInteger(310_000);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String[] END_TO_END = {"mediaKey", "fileEncSha256", "directPath", "mediaKeyTimestamp"};

    @TempDir
    static Path files;

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final Receiver receiver = new Receiver();
    private String waba;
    private String number;
    private JsonNode key;
    private WaabotSeed seed;

    WaabotIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @BeforeAll
    void connectANumberAndMakeAKeyForIt() throws Exception {
        var account = meta.newAccount("Waabot", "STANDARD");
        meta.connect(api, account.get("id").asText());
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
        key = api.post(
                        "/keys",
                        "{\"name\":\"Waabot\",\"kind\":\"waabot\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"}"
                                .formatted(number))
                .ok();
        seed = new WaabotSeed(product.baseUrl().toString(), key.get("key").asText())
                .with("session_id=&access_token=", "session_id=" + session() + "&access_token=" + token())
                .with("\"session_id\": \"\"", "\"session_id\": \"" + session() + "\"")
                .with("\"access_token\": \"\"", "\"access_token\": \"" + token() + "\"");
        var file =
                Map.of("picture.png", Inbox.PNG, "film.mp4", Inbox.MP4, "sound.ogg", Inbox.OGG, "paper.pdf", Inbox.PDF);
        for (var one : file.entrySet()) {
            Files.write(files.resolve(one.getKey()), one.getValue());
        }
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    private String session() {
        return key.get("session_id").asText();
    }

    private String token() {
        return key.get("access_token").asText();
    }

    /** Somebody who has just written, so that free messages may go to him. */
    private String person() {
        var person = "14155" + NEXT_PERSON.incrementAndGet();
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"Hello\"}")
                .ok();
        Api.await("the word of a person", () -> {
            var list = api.get("/whatsapp/messages?limit=1&to=%2B" + person).ok();
            return list.isEmpty() ? Optional.empty() : Optional.of(list);
        });
        return person;
    }

    private WaabotSeed seedTo(String person) {
        return seed.with("\"chatId\": \"\"", "\"chatId\": \"" + person + "\"")
                .with("'chatId=\"\"'", "'chatId=\"" + person + "\"'")
                .with("2348179803743", person)
                .with("\"chatId\": \"2349048988056\"", "\"chatId\": \"" + person + "\"")
                .with("chatId=\"2349048988056\"", "chatId=\"" + person + "\"");
    }

    @ParameterizedTest
    @Covers({"S1-2", "S1-3", "S1-4", "S1-7", "S1-8", "S1-9", "S1-10", "S1-11"})
    @ValueSource(strings = {"S1-8", "S1-9", "S1-10", "S1-11"})
    void settingsAreUpdatedAsTheSeedSaysAndCountedTruly(String item) {
        seed.run(item).ok();
        var again = seed.run(item);

        WaabotSeed.assertHasTheShapeOf(seed.documented(item), again.json());
        assertThat(again.json().get("message")).isEqualTo(seed.documented(item).get("message"));
        assertThat(again.ok().get("matchedCount").asInt()).isEqualTo(1);
        assertThat(again.ok().get("modifiedCount").asInt()).as("nothing new").isZero();
    }

    @Test
    @Covers({"S1-8", "S1-9", "S1-10", "S1-11", "S1-14", "S1-15", "S1-16"})
    void whatWasSetIsShownAndIsWhatTheBotDoes() {
        put(
                "updateGeneral",
                "{\"bot_name\":\"Ana\",\"bot_timezone\":\"GMT-3\",\"default_msg\":\"{Hi|Hello} [name], later.\"}");
        put("updateActions", "{\"reply_msgs\":false}");
        put("updateActiveDays", "{\"sunday\":false,\"monday\":\"true\"}");
        put("updateActiveHours", "{\"from\":\"22:00\",\"to\":\"5:00\"}");

        var settings = waabot("GET", "/whatsapp/info", null).ok().at("/data/settings");

        assertThat(settings.path("bot_name").asText()).isEqualTo("Ana");
        assertThat(settings.path("bot_timezone").asText()).isEqualTo("GMT-3");
        assertThat(settings.path("default_msg").asText()).isEqualTo("{Hi|Hello} [name], later.");
        assertThat(settings.at("/actions/reply_msgs").asBoolean()).isFalse();
        assertThat(settings.at("/active_days/sunday").asBoolean()).isFalse();
        assertThat(settings.at("/active_days/saturday").asBoolean()).isTrue();
        assertThat(settings.at("/active_hours/to").asText()).isEqualTo("5:00");
        assertThat(settings.at("/access_token").asText()).isEqualTo(token());
        assertThat(settings.at("/status").asText()).isEqualTo("ONLINE");
        for (var field : new String[] {"bot_lang", "bot_number"}) {
            assertThat(settings.path(field).asText()).as(field).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updateGeneral|{\"bot_timezone\":\"Mars/Olympus\"}|bot_timezone",
                "updateActiveHours|{\"from\":\"25:00\"}|from",
                "updateActions|{\"reply_msgs\":\"perhaps\"}|reply_msgs",
                "setWebhook|{\"webhook_url\":\"ftp://a.example\"}|webhook_url",
                "setWebhook|{\"webhook_url\":\"https://a.example\",\"events\":[\"onThursday\"]}|events"
            })
    void aWrongSettingIsRefusedByItsName(String address, String body, String field) {
        var answer = waabot("PUT", "/whatsapp/" + address, body);

        assertRefused(answer, 400);
        assertThat(answer.json().at("/fields/0/field").asText()).isEqualTo(field);
    }

    @Test
    @Covers({"S1-1", "S1-16"})
    void aPersonWhoWritesIsAnsweredByTheBotThatWasSet() {
        put("updateActiveDays", "{\"sunday\":true}");
        put("updateActiveHours", "{\"from\":\"always\",\"to\":\"always\"}");
        put("updateGeneral", "{\"default_msg\":\"{Hi|Hello} [name] your message has no keyword here.\"}");
        put("updateActions", "{\"reply_msgs\":true,\"send_default_msg\":true}");

        var person = person();

        var words = Api.await("the answer of the bot", () -> {
            var latest =
                    api.get("/whatsapp/messages?limit=1&to=%2B" + person).ok().path(0);
            return latest.path("direction").asText().equals("outbound")
                    ? Optional.of(latest.at("/content/body").asText())
                    : Optional.empty();
        });
        put("updateActions", "{\"reply_msgs\":false}");
        assertThat(words).matches("(Hi|Hello)( .*)? your message has no keyword here\\.");
    }

    @Test
    @Covers({"S1-5", "S1-6", "S1-23"})
    void theInstancesAreListedForAGetWithABody() {
        var answer = seed.run("S1-23");

        WaabotSeed.assertHasTheShapeOf(seed.documented("S1-23"), answer.json());
        assertThat(answer.json().get("message"))
                .isEqualTo(seed.documented("S1-23").get("message"));
        assertThat(answer.ok()).hasSize(1);
        assertThat(answer.ok().at("/0/session_id").asText()).isEqualTo(session());
        assertThat(answer.ok().at("/0/_id").asText()).matches("[0-9a-f]{24}");
        assertThat(seed.runWithoutBearer("S1-23").ok())
                .as("its credentials are in the body and nowhere else")
                .isEqualTo(answer.ok());
        assertThat(answer.ok().at("/0/createdAt").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    @Covers({"S1-24", "S1-25", "S1-26", "S1-27"})
    void oneCallSendsTextFilesAPlaceAndACard() {
        var person = person();
        var picture = attachment("picture.png");
        var paper = attachment("paper.pdf");
        var card = waabot("POST", "/contact", "{\"name\":\"Barnks 2\",\"number\":\"2349048988056\"}")
                .ok()
                .at("/data/_id")
                .asText();
        var answer = seedTo(person)
                .with("64ac311eee05a1a2c27fbdb5", picture)
                .with("64ac265749240c35b96cb78c", paper)
                .with("64a00ec7c5e487d95dcb0d5e", card)
                .run("S1-24");

        WaabotSeed.assertHasTheShapeOf(seed.documented("S1-24"), answer.json());
        assertThat(answer.ok().at("/location/locationMessage/degreesLatitude").asDouble())
                .isEqualTo(6.556452);
        assertThat(answer.ok().at("/attachment/1").asText()).isEqualTo(paper);
        assertThat(answer.ok().at("/contact/contactMessage/vcard").asText())
                .startsWith("BEGIN:VCARD\nVERSION:3.0\nFN:Barnks 2\n")
                .contains("TEL;type=CELL;type=VOICE;waid=2349048988056");
        assertThat(answer.ok().get("sent"))
                .extracting(one -> one.get("type").asText())
                .containsExactly("text", "image", "document", "location", "contacts");
        for (var sent : answer.ok().get("sent")) {
            Sending.awaitStatus(api, sent.get("id").asText(), "delivered", "read");
        }
    }

    @ParameterizedTest
    @Covers({"S1-28", "S1-29", "S1-30", "S1-31", "S1-32"})
    @CsvSource({
        "S1-28,@\"/C:/Users/Mrbarnk/Downloads/Nvestos/1_dark - Copy (2).png\",picture.png,image",
        "S1-30,@\"/path/to/file\",film.mp4,video",
        "S1-31,@\"/path/to/file\",sound.ogg,audio",
        "S1-32,@\"/path/to/file\",paper.pdf,document"
    })
    void aFileIsSentWithItsMessage(String item, String path, String file, String type) throws Exception {
        var person = person();
        var answer = seedTo(person)
                .with(path, "@\"" + files.resolve(file) + "\"")
                .with("'filename=\"\"'", "'filename=\"price list.pdf\"'")
                .run(item);

        var shown = seed.documented("S1-28");
        var data = answer.ok();
        assertThat(answer.json().get("message")).isEqualTo(shown.get("message"));
        assertThat(data.at("/key/remoteJid").asText()).isEqualTo(person + "@s.whatsapp.net");
        assertThat(data.at("/key/id").asText()).startsWith("BAE5");
        var bytes = read(files.resolve(file));
        var about = data.at("/message/" + type + "Message");
        assertThat(about.get("fileLength").asText()).isEqualTo(Integer.toString(bytes.length));
        assertThat(about.get("fileSha256").asText())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)));
        if (type.equals("document")) {
            assertThat(about.get("fileName").asText()).isEqualTo("price list.pdf");
        }
        if (type.equals("image")) {
            WaabotSeed.assertHasTheShapeOf(shown, answer.json(), END_TO_END);
            assertThat(data.at("/message/imageMessage/caption").asText()).isEqualTo("Yo");
        }
        var url = data.at("/message/" + type + "Message/url").asText();
        assertThat(download(url)).isEqualTo(read(files.resolve(file)));
        var sent = Sending.awaitStatus(api, data.at("/key/id").asText(), "delivered", "read");
        assertThat(sent.get("type").asText()).isEqualTo(type);
        assertThat(sent.get("id")).isEqualTo(data.get("id"));
    }

    @ParameterizedTest
    @Covers({"S1-33", "S1-34", "S1-35", "S1-36", "S1-37"})
    @CsvSource({"S1-33,image", "S1-34,interactive", "S1-35,contacts", "S1-36,interactive", "S1-37,interactive"})
    void everyKindOfMessageOfTheSeedReachesThePhone(String item, String type) {
        var answer = seedTo(person()).run(item);

        var data = answer.ok();
        assertThat(data.at("/status").asText()).isEqualTo("PENDING");
        assertThat(data.at("/key/fromMe").asBoolean()).isTrue();
        assertThat(data.at("/messageTimestamp").isTextual()).isTrue();
        assertThat(data.path("warnings").isEmpty()).isEqualTo(!item.equals("S1-34") && !item.equals("S1-37"));
        var sent = Sending.awaitStatus(api, data.at("/id").asText(), "delivered", "read");
        assertThat(sent.get("type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @Covers("S1-38")
    @ValueSource(strings = {"/whatsapp/sendText", "/whatsapp/message/sendText"})
    void theOldestWayToSendAnswersAText(String address) {
        var person = person();
        var answer =
                seedTo(person).with("'/whatsapp/sendText'", "'" + address + "'").run("S1-38");
        seed.with("'/whatsapp/sendText'", "'/whatsapp/sendText'");

        WaabotSeed.assertHasTheShapeOf(seed.documented("S1-38"), answer.json());
        assertThat(answer.ok().asText()).matches("true_" + person + "@c\\.us_BAE5[0-9A-F]{32}");
    }

    @Test
    @Covers({"S1-4", "S1-6", "S1-36"})
    void theSdkSendsEverythingTwiceAndWaitsFourSeconds() throws Exception {
        var person = person();
        var query = Map.of(
                "session_id",
                session(),
                "access_token",
                token(),
                "chatId",
                person,
                "msgdata[text]",
                "Pick",
                "msgdata[buttonText]",
                "Times",
                "msgdata[sections][0][rows][0][title]",
                "Nine");
        var body = MAPPER.createObjectNode().put("session_id", session()).put("access_token", token());
        body.put("chatId", person)
                .putObject("msgdata")
                .put("text", "Pick")
                .put("buttonText", "Times")
                .putArray("sections")
                .addObject()
                .putArray("rows")
                .addObject()
                .put("title", "Nine");

        // The first call of a fresh process finds classes to load, which is no matter of this test.
        var instance = axios("GET", "/api/v1/whatsapp/info", query, body.toString(), Duration.ofSeconds(30));
        var sent = axios("POST", "/api/v1/whatsapp/message/list", query, body.toString(), Duration.ofSeconds(4));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(MAPPER.readTree(sent.body()).at("/data/key/id").asText()).startsWith("BAE5");
        assertThat(MAPPER.readTree(instance.body()).at("/data/settings/status").asText())
                .isEqualTo("ONLINE");
    }

    @Test
    @Covers("S1-33")
    void theSdksOwnAddressForFilesTakesAFormToo() {
        var answer = post(
                "/whatsapp/image/fileurl",
                "application/x-www-form-urlencoded",
                "chatId=" + person() + "&url=" + URLEncoder.encode("https://example.com/a.jpg", StandardCharsets.UTF_8)
                        + "&session_id=" + session() + "&access_token=" + token());

        assertThat(answer.ok().at("/data/message/imageMessage/url").asText()).isEqualTo("https://example.com/a.jpg");
    }

    @Test
    @Covers({"S1-12"})
    void theWebhookHearsInTheWordsOfWaabot() {
        put("updateActions", "{\"reply_msgs\":false}");
        var answer = seed.with("https://eoy4r2ybzzfdw9y.m.pipedream.net", receiver.url())
                .with(
                        "\"requestConfig\": {}",
                        "\"requestConfig\": {\"headers\":{\"X-Shop\":\"7\"},\"auth\":{\"username\":\"u\","
                                + "\"password\":\"p\"},\"params\":{\"from\":\"here\"},\"timeout\":5000}")
                .run("S1-12");
        assertThat(answer.ok().get("events")).hasSize(2);

        var person = person();
        var inbound = heard("onMessage", person);
        var sent = seedTo(person).run("S1-38").ok().asText();
        var outbound = heard("onAnyMessage", person);

        assertThat(inbound.event().at("/session_id").asText()).isEqualTo(session());
        assertThat(inbound.event().at("/body/message/conversation").asText()).isEqualTo("Hello");
        assertThat(inbound.event().at("/body/key/fromMe").asBoolean()).isFalse();
        assertThat(inbound.event().at("/body/wamid").asText()).startsWith("wamid.");
        assertThat(inbound.headers().get("X-shop")).containsExactly("7");
        assertThat(inbound.headers().get("Authorization")).containsExactly("Basic dTpw");
        assertThat(outbound.event().at("/body/message/conversation").asText()).isEqualTo("Hello sir 3.");
        assertThat(sent).endsWith(outbound.event().at("/body/key/id").asText());

        put("setWebhook", "{\"webhook_url\":\"" + receiver.url() + "\",\"events\":[\"onAck\",\"onBattery\"]}");
        seedTo(person).run("S1-38").ok();
        var ack = heard("onAck", person);
        assertThat(ack.event().at("/body/ack").asInt()).isBetween(1, 3);

        put("updateActions", "{\"send_webhook\":false}");
        var webhooks = api.get("/whatsapp/webhooks").ok();
        assertThat(webhooks)
                .filteredOn(one -> one.get("url").asText().startsWith(receiver.url()))
                .extracting(one -> one.get("status").asText())
                .containsExactly("disabled");
        put("setWebhook", "{\"webhook_url\":\"\"}");
        assertThat(api.get("/whatsapp/webhooks").ok())
                .noneMatch(one -> one.get("url").asText().startsWith(receiver.url()));
    }

    @Test
    @Covers("S1-12")
    void theWebhookHearsWhenTheNumberChanges() {
        put("setWebhook", "{\"webhook_url\":\"" + receiver.url() + "\",\"events\":[\"onStateChange\"]}");

        metaSaysOfTheQuality("FLAGGED");
        var heard = Api.await(
                "onStateChange",
                () -> receiver.calls().stream()
                        .filter(call -> call.event().path("event").asText().equals("onStateChange"))
                        .findFirst());
        metaSaysOfTheQuality("UNFLAGGED");
        put("setWebhook", "{\"webhook_url\":\"\"}");

        assertThat(heard.event().path("type").asText()).isEqualTo("connection");
        assertThat(heard.event().at("/body/connection").asText())
                .as("a number of low quality still sends")
                .isEqualTo("open");
    }

    private void metaSaysOfTheQuality(String event) {
        var body = MAPPER.createObjectNode().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", waba).put("time", System.currentTimeMillis() / 1_000);
        entry.putArray("changes")
                .addObject()
                .put("field", "phone_number_quality_update")
                .putObject("value")
                .put(
                        "display_phone_number",
                        api.get("/whatsapp/phone_numbers/" + number)
                                .ok()
                                .get("display_phone_number")
                                .asText()
                                .replaceAll("\\D", ""))
                .put("event", event)
                .put("mark", System.nanoTime());
        new MetaPost(product, number).post(body);
    }

    private Receiver.Call heard(String event, String person) {
        return Api.await(
                event,
                () -> receiver.calls().stream()
                        .filter(call -> call.event().path("event").asText().equals(event))
                        .filter(call ->
                                call.event().at("/body/key/remoteJid").asText().startsWith(person))
                        .findFirst());
    }

    @Test
    @Covers({"S1-2", "S1-3"})
    void peopleSignInAndRenewTheirTokens() throws Exception {
        var wrong = call("POST", "/sessions", null, "{\"email\":\"nobody@example.com\",\"password\":\"no\"}");
        assertRefused(wrong, 401);
        var signedIn = call(
                        "POST",
                        "/sessions",
                        null,
                        MAPPER.createObjectNode()
                                .put("email", product.adminEmail())
                                .put("password", product.adminPassword())
                                .toString())
                .ok();
        var access = signedIn.at("/data/accessToken").asText();
        var refresh = signedIn.at("/data/refreshToken").asText();

        assertThat(call("GET", "/whatsapp", access, null).ok().get("data").size())
                .isPositive();
        var several = call("GET", "/whatsapp/info", access, null);
        assertThat(several.status()).as("several numbers, and none is named").isIn(200, 400);
        var named = "/whatsapp/info?session_id=" + session() + "&access_token=" + token();
        assertThat(call("GET", named, access, null).ok().at("/data/session_id").asText())
                .isEqualTo(session());

        var renewed = Api.at(product.baseUrl().toString(), "")
                .with("Authorization", "")
                .with("x-refresh", refresh)
                .get("/sessions");
        assertThat(renewed.ok().get("data")).isNotEmpty();
        var next = renewed.headers().get("x-access-token");
        assertThat(call("DELETE", "/sessions", next, null)
                        .ok()
                        .at("/data/accessToken")
                        .isNull())
                .isTrue();
        assertRefused(call("GET", "/whatsapp", access, null), 401);
        assertRefused(call("GET", "/whatsapp", access.substring(0, access.length() - 2) + "xx", null), 403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/whatsapp/nothing/here|404",
                "POST|/whatsapp/info|405",
                "PUT|/whatsapp/message/list|405",
                "DELETE|/api/v1/whatsapp/scan|404",
                "GET|/api/v1/whatsapp/sendText|405"
            })
    void whatIsNotThereIsSaidInTheWordsOfTheDialect(String method, String path, int status) {
        assertRefused(waabot(method, path, "{}"), status);
    }

    /** No client for Java sends such an address, so this one is written by hand. */
    @Test
    void aBrokenEscapeIsRefusedInTheWordsOfTheDialect() throws Exception {
        var server = product.baseUrl();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/v1/whatsapp/info?session_id=%zz HTTP/1.1\r\nHost: " + server.getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"status\":false");
        }
    }

    @Test
    @Covers({"S1-6", "S1-24"})
    void everyFailureHasTheEnvelope() {
        var out = "14155399999";
        var message = "/whatsapp/message";
        assertRefused(call("GET", "/whatsapp", null, null), 403);
        assertRefused(call("GET", "/whatsapp", "cm_" + "a".repeat(40), null), 403);
        assertRefused(call("GET", "/whatsapp?session_id=a&access_token=b", null, null), 403);
        assertRefused(waabot("POST", message, "{\"chatId\":"), 400);
        assertRefused(waabot("POST", message, "{}"), 400);
        assertRefused(waabot("POST", message, "{\"chatId\":\"" + out + "\"}"), 400);
        assertRefused(waabot("POST", message, "{\"chatId\":\"" + out + "\",\"message\":\"Hi\"}"), 422);
        assertRefused(waabot("POST", message, "{\"chatId\":\"120363043211234567@g.us\",\"message\":\"Hi\"}"), 422);
        assertRefused(
                waabot("POST", message, "{\"chatId\":\"" + out + "\",\"location\":{\"lat\":\"a\",\"lng\":\"1\"}}"),
                400);
        assertRefused(waabot("POST", message, "{\"a\":".repeat(80) + "1" + "}".repeat(80)), 400);
        assertRefused(waabot("POST", message, "{\"message\":\"" + "a".repeat(3 << 20) + "\"}"), 413);
        assertRefused(post(message, "text/xml", "<message/>"), 415);
        assertRefused(post("/whatsapp/message/audio", "multipart/form-data; boundary=cut", part(out, Inbox.PDF)), 415);
        assertRefused(post(message, "multipart/form-data; boundary=cut", "--cut\r\nbroken"), 400);
    }

    @Test
    @Covers("S1-6")
    void theNativeApiBesideItIsUntouched() {
        assertThat(api.get("/whatsapp/messages?limit=1").status()).isEqualTo(200);
        assertThat(api.get("/whatsapp/nothing").errorCode()).isEqualTo("not_found");
        assertThat(api.get("/whatsapp/info?session_id=" + session() + "&access_token=" + token())
                        .ok()
                        .get("status")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Covers("S1-14")
    void theSecretsOfAnInstanceAreNotReadableInTheDatabase() {
        var books = Books.of(product);

        assertThat(books.number("select count(*) from api_waabot_instance where api_waabot_instance::text like '%"
                        + token() + "%' or api_waabot_instance::text like '%" + session() + "%'"))
                .isZero();
    }

    private static String part(String chat, byte[] bytes) {
        return "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ogg\"\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1)
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"chatId\"\r\n\r\n" + chat + "\r\n--cut--\r\n";
    }

    private String attachment(String file) {
        var bytes = new String(read(files.resolve(file)), StandardCharsets.ISO_8859_1);
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\n\r\n" + bytes
                + "\r\n--cut--\r\n";
        var answer =
                post("/attachment", "multipart/form-data; boundary=cut", body).ok();
        return (answer.at("/data/_id").isMissingNode() ? answer.at("/data/0/_id") : answer.at("/data/_id")).asText();
    }

    private byte[] download(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + key.get("key").asText())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void put(String address, String body) {
        waabot("PUT", "/whatsapp/" + address, body).ok();
    }

    private Api.Answer waabot(String method, String path, String body) {
        return call(method, path, key.get("key").asText(), body);
    }

    private Api.Answer call(String method, String path, String bearer, String body) {
        var client = Api.at(product.baseUrl().toString(), bearer == null ? "" : bearer);
        return client.send(method, path, body);
    }

    private static void assertRefused(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("status").isBoolean()).isTrue();
        assertThat(answer.json().path("status").asBoolean()).isFalse();
        assertThat(answer.json().path("error").asBoolean()).isTrue();
        assertThat(answer.json().path("message").asText()).isNotBlank();
        assertThat(answer.json().path("code").asInt()).isEqualTo(status);
        assertThat(answer.headers()).containsKey("x-request-id");
    }

    private HttpResponse<String> axios(
            String method, String path, Map<String, String> query, String body, Duration patience) throws Exception {
        var pairs = new StringBuilder();
        query.forEach((name, value) -> pairs.append(pairs.isEmpty() ? "?" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path + pairs))
                .timeout(patience)
                .header("Authorization", "Bearer " + key.get("key").asText())
                .header("x-refresh", "")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Calls with another content type than JSON, byte for byte. */
    private Api.Answer post(String path, String type, String latin1) {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key.get("key").asText())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var headers = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            return new Api.Answer(response.statusCode(), response.body(), headers);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(path, unreachable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
