package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Waabot has beside its instances and messages: files, contacts, groups, keywords, broadcasts, the log. Each gives a
 * meaning to ids that messages name, and each is one thing with what the dashboard and the native API show.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaabotNeighboursIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger NEXT_PERSON = new AtomicInteger(6_110);

    private final Product product;
    private final Api api;
    private final Meta meta;
    private String number;
    private String bearer;
    private Api account;
    private Api instance;
    private String credentials;

    WaabotNeighboursIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @BeforeAll
    void connectANumberAndMakeKeys() {
        var waba = meta.newAccount("Waabot neighbours", "STANDARD");
        meta.connect(api, waba.get("id").asText());
        number = waba.at("/numbers/0/id").asText();
        bearer = api.post("/keys", "{\"name\":\"Waabot account 2\",\"kind\":\"waabot\",\"scopes\":[\"*\"]}")
                .ok()
                .get("key")
                .asText();
        account = Api.at(product.baseUrl().toString(), bearer);
        var bound = api.post(
                        "/keys",
                        "{\"name\":\"Waabot number\",\"kind\":\"waabot\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"}"
                                .formatted(number))
                .ok();
        instance = Api.at(product.baseUrl().toString(), bound.get("key").asText());
        credentials = "session_id=" + bound.get("session_id").asText() + "&access_token="
                + bound.get("access_token").asText();
    }

    @ParameterizedTest
    @Covers("S1-25")
    @ValueSource(strings = {"", "/api/v1"})
    void aFileIsKeptListedFetchedAndRemoved(String prefix) throws Exception {
        var kept = upload(prefix, "paper.pdf", Inbox.PDF).ok().get("data");
        assertThat(kept.get("type").asText()).isEqualTo("document");
        assertThat(kept.get("mimetype").asText()).isEqualTo("application/pdf");
        assertThat(kept.get("name").asText()).isEqualTo("paper.pdf");
        assertThat(kept.get("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        var id = id(kept);
        assertThat(id).matches("[0-9a-f]{24}");

        assertThat(account.get(prefix + "/attachment").ok().get("data")).contains(kept);
        assertThat(account.get(prefix + "/attachment/" + id).ok().get("data")).isEqualTo(kept);
        assertThat(bytes(kept.get("path").asText())).isEqualTo(Inbox.PDF);
        assertThat(api.get("/whatsapp/media/" + kept.get("media_id").asText())
                        .ok()
                        .get("sha256"))
                .as("one file with the native API's")
                .isEqualTo(kept.get("sha256"));
        assertThat(instance.get("/attachment/" + id).status())
                .as("a key of one number has no part in the account's files")
                .isEqualTo(404);

        account.delete(prefix + "/attachment/" + id).ok();
        assertRefused(account.get(prefix + "/attachment/" + id), 404);
        assertRefused(account.delete(prefix + "/attachment/" + id), 404);
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertRefused(account.post("/attachment", "{}"), 400);
        assertRefused(upload("", "a.exe", new byte[] {'M', 'Z', 0, 1, 2, 3}), 415);
        assertRefused(upload("", "empty.pdf", new byte[0]), 400);
    }

    @ParameterizedTest
    @Covers("S1-25")
    @ValueSource(strings = {"", "/api/v1"})
    void aContactIsKeptChangedAndRemoved(String prefix) {
        var digits = person();
        var made = account.post(prefix + "/contact", "{\"name\":\"Barnks 2\",\"number\":\"+%s\"}".formatted(digits))
                .ok()
                .get("data");
        assertThat(made.get("number").asText()).isEqualTo(digits);
        assertThat(made.get("channel").asText()).isEqualTo("whatsapp");
        assertThat(made.at("/transaction/survey_id").isNull()).isTrue();

        var again = account.post(
                        prefix + "/contact", "{\"name\":\"Barnks 3\",\"number\":\"%s@c.us\"}".formatted(digits))
                .ok();
        assertThat(again.at("/data/_id")).as("one person").isEqualTo(made.get("_id"));
        var changed = account.put(prefix + "/contact/" + id(made), "{\"name\":\"Ana\"}")
                .ok();
        assertThat(changed.at("/data/name").asText()).isEqualTo("Ana");
        assertThat(account.get(prefix + "/contact?type=all").ok().get("data")).contains(changed.get("data"));
        assertThat(api.get("/whatsapp/contacts/" + digits).ok().get("name").asText())
                .isEqualTo("Ana");

        account.delete(prefix + "/contact/" + id(made)).ok();
        assertRefused(account.get(prefix + "/contact/" + id(made)), 404);
        assertRefused(account.post(prefix + "/contact", "{\"name\":\"Nobody\"}"), 400);
        assertRefused(account.post(prefix + "/contact", "{\"number\":\"12\"}"), 400);
    }

    @Test
    void aKeyOfOneNumberPutsPeopleInAndSeesNobody() {
        var digits = person();
        account.post("/contact", "{\"name\":\"Known here\",\"number\":\"%s\"}".formatted(digits))
                .ok();

        var put = instance.post("/contact", "{\"name\":\"Called so there\",\"number\":\"%s\"}".formatted(digits));

        assertThat(put.ok().at("/data/name").asText()).isEqualTo("Called so there");
        assertThat(put.text()).doesNotContain("Known here");
        assertThat(api.get("/whatsapp/contacts/" + digits).ok().get("name").asText())
                .isEqualTo("Known here");
        assertRefused(instance.get("/contact?type=all"), 403);
        assertRefused(instance.get("/contact/" + put.json().at("/data/_id").asText()), 403);
        assertRefused(instance.get("/contact_groups"), 403);
    }

    @Test
    void aGroupIsAnAudienceAndItsPeopleHaveItsTag() {
        var title = "Regulars " + person();
        var group = account.post("/contact_groups", "{\"title\":\"%s\",\"is_default\":true}".formatted(title))
                .ok()
                .get("data");
        assertThat(group.get("is_default").asBoolean()).isTrue();
        assertRefused(account.post("/contact_groups", "{\"title\":\"%s\"}".formatted(title)), 409);
        assertThat(api.get("/whatsapp/audiences").text()).contains(title);

        var joined = account.post("/contact", "{\"number\":\"%s\"}".formatted(person()))
                .ok()
                .get("data");
        assertThat(joined.get("group_id")).as("the default group").isEqualTo(group.get("_id"));
        var other = account.post("/contact_groups", "{\"title\":\"VIP %s\"}".formatted(title))
                .ok()
                .get("data");
        var moved = account.put("/contact/" + id(joined), "{\"group_id\":\"%s\"}".formatted(id(other)))
                .ok()
                .get("data");
        assertThat(moved.get("group_id")).isEqualTo(other.get("_id"));
        assertThat(moved.get("tags")).hasSize(1);
        assertThat(account.get("/contact?group_id=" + id(other)).ok().get("data"))
                .hasSize(1);
        assertThat(account.get("/contact?group_id=" + id(group)).ok().get("data"))
                .isEmpty();

        var renamed = account.put(
                        "/contact_groups/" + id(group), "{\"title\":\"Old %s\",\"is_default\":false}".formatted(title))
                .ok()
                .get("data");
        assertThat(renamed.get("title").asText()).isEqualTo("Old " + title);
        assertThat(renamed.get("is_default").asBoolean()).isFalse();
        account.delete("/contact_groups/" + id(group)).ok();
        assertRefused(account.get("/contact_groups/" + id(group)), 404);
        assertRefused(
                account.post("/contact", "{\"number\":\"%s\",\"group_id\":\"%s\"}".formatted(person(), id(group))),
                400);
    }

    @Test
    @Covers("S1-1")
    void anIntentIsARuleThatAnswers() {
        var picture = upload("", "picture.png", Inbox.PNG).ok().get("data");
        var made = account.post("/intent?" + credentials, """
                        {"title":"Prices","keyword":"hello there, prices","reply":"{Our|Our} prices, [name]:",
                         "action":{"send_photo":"%s","send_location":{"name":"Shop","lat":"6.5","lng":"3.2"},
                                   "send_notification":{"email":"","whatsapp_number":""},"start_survey":"","send_button":[]}}
                        """.formatted(id(picture)))
                .ok()
                .get("data");
        assertThat(made.get("keyword").asText()).isEqualTo("hello there,prices");
        assertThat(made.at("/action/send_photo/0").asText()).isEqualTo(id(picture));
        assertThat(made.at("/action/send_location/lat").asDouble()).isEqualTo(6.5);

        var person = personWhoWrites("prices");
        var answers = answersTo(person, 3);
        assertThat(answers)
                .extracting(one -> one.get("type").asText())
                .containsExactlyInAnyOrder("text", "image", "location");

        var changed = account.put(
                        "/intent/" + id(made) + "?" + credentials,
                        "{\"keyword\":\"hours\",\"action\":{\"send_location\":null,\"send_photo\":\"\",\"send_button\":"
                                + "[{\"type\":\"replyButton\",\"title\":\"Today\"}]}}")
                .ok()
                .get("data");
        assertThat(changed.get("reply").asText()).isEqualTo("{Our|Our} prices, [name]:");
        assertThat(changed.at("/action/send_button/0/title").asText()).isEqualTo("Today");
        assertThat(changed.at("/action/send_location/name").asText())
                .as("null says nothing, so it stays")
                .isEqualTo("Shop");
        assertThat(account.get("/api/v1/intent?" + credentials).ok().get("data"))
                .contains(changed);
        account.delete("/intent/" + id(made) + "?" + credentials).ok();
        assertRefused(account.get("/intent/" + id(made) + "?" + credentials), 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reply\":\"Hi\"}|keyword",
                "{\"keyword\":\"hi\"}|reply",
                "{\"keyword\":\"hi\",\"action\":{\"send_photo\":\"64ac311eee05a1a2c27fbdb5\"}}|action.send_photo",
                "{\"keyword\":\"hi\",\"reply\":\"a\",\"action\":{\"start_survey\":\"64ac311eee05a1a2c27fbdb5\"}}|action.start_survey",
                "{\"keyword\":\"hi\",\"reply\":\"a\",\"action\":{\"send_notification\":{\"email\":\"a@b.c\"}}}|action.send_notification"
            })
    void anIntentThatCannotBeDoneIsRefusedByItsField(String body, String field) {
        var refused = account.post("/intent?" + credentials, body);

        assertRefused(refused, 400);
        assertThat(refused.json().at("/fields/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aBroadcastTellsTheTruthAboutEverybody() {
        var one = personWhoWrites("hello");
        var other = personWhoWrites("hello");
        var silent = person();
        var picture = upload("", "picture.png", Inbox.PNG).ok().get("data");
        var made = account.post("/broadcast?" + credentials, """
                        {"send_type":"individual","to":"%s, %s@c.us,%s,%s",
                         "message":{"text":"Closed on Monday","attachments":["%s"]}}
                        """.formatted(one, other, silent, one, id(picture)))
                .ok()
                .get("data");
        assertThat(made.get("failed"))
                .as("nobody may write to who has not written")
                .hasSize(1);
        assertThat(made.at("/errors/0/number").asText()).isEqualTo(silent);
        assertThat(made.at("/errors/0/message").asText()).contains("24 hours");

        var over = Api.await("the end of the broadcast", () -> {
            var now = account.get("/broadcast/" + id(made) + "?" + credentials)
                    .ok()
                    .get("data");
            var counts = now.get("counts");
            assertThat(counts.get("sent").asInt()
                            + counts.get("pending").asInt()
                            + counts.get("failed").asInt())
                    .as("everybody once, at every look")
                    .isEqualTo(3);
            return now.get("status").asText().equals("sent") ? Optional.of(now) : Optional.empty();
        });
        assertThat(over.get("sent")).extracting(JsonNode::asText).containsExactlyInAnyOrder(one, other);
        for (var person : List.of(one, other)) {
            assertThat(sentTo(person))
                    .extracting(message -> message.get("type").asText())
                    .containsExactlyInAnyOrder("text", "image");
        }
        assertThat(account.get("/api/v1/broadcast?" + credentials).ok().get("data"))
                .anyMatch(broadcast -> broadcast.get("_id").equals(made.get("_id")));
        assertRefused(account.put("/broadcast/" + id(made) + "?" + credentials, "{\"to\":\"1\"}"), 409);
        account.delete("/broadcast/" + id(made) + "?" + credentials).ok();
        assertRefused(account.get("/broadcast/" + id(made) + "?" + credentials), 404);
    }

    @Test
    void aBroadcastThatIsRepeatedIsMadeOnce() {
        var body = "{\"to\":\"%s\",\"message\":{\"text\":\"Once\"}}".formatted(personWhoWrites("hello"));
        var patient = account.with("Idempotency-Key", "broadcast-" + person());

        var first = patient.post("/broadcast?" + credentials, body).ok().get("data");
        var again = patient.post("/broadcast?" + credentials, body);

        assertThat(again.ok().at("/data/_id")).isEqualTo(first.get("_id"));
        assertThat(again.headers()).containsEntry("idempotent-replayed", "true");
        assertRefused(patient.post("/broadcast?" + credentials, body.replace("Once", "Twice")), 409);
        var other = account.post("/broadcast?" + credentials, body).ok().get("data");
        assertThat(other.get("_id")).as("without the key").isNotEqualTo(first.get("_id"));
    }

    @Test
    void whoMayOnlyReadIsShownNoSecretThatMayDoMore() {
        var made = api.post(
                        "/keys",
                        "{\"name\":\"Reader\",\"kind\":\"waabot\",\"scopes\":[\"whatsapp:read\"],\"phone_number_id\":\"%s\"}"
                                .formatted(number))
                .ok();
        assertThat(made.path("access_token").asText("")).isEmpty();
        var reader = Api.at(product.baseUrl().toString(), made.get("key").asText());
        var token = credentials.substring(credentials.lastIndexOf('=') + 1);

        for (var path : List.of("/whatsapp", "/whatsapp/info", "/whatsapp/instance")) {
            var answer = reader.get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("\"access_token\":null").doesNotContain(token);
        }
        assertRefused(reader.put("/whatsapp/updateGeneral", "{\"bot_name\":\"Mine\"}"), 403);
        assertThat(account.get("/whatsapp/info?" + credentials).text()).contains(token);
    }

    @Test
    void aBroadcastReachesThePeopleOfAGroupAndATemplateWhoeverIsSilent() {
        var person = person();
        var group = account.post("/contact_groups", "{\"title\":\"Cast %s\"}".formatted(person))
                .ok()
                .get("data");
        account.post(
                        "/contact",
                        "{\"name\":\"Ana\",\"number\":\"%s\",\"group_id\":\"%s\"}".formatted(person, id(group)))
                .ok();

        var made = account.post("/broadcast?" + credentials, """
                        {"send_type":"group","to":"%s","message":{"template":{"name":"hello_chasqui","language":"en_US",
                         "components":[{"type":"body","parameters":[{"type":"text","text":"Ana"}]}]}}}
                        """.formatted(id(group)))
                .ok()
                .get("data");

        Api.await("the template at the phone", () -> {
            var now = account.get("/broadcast/" + id(made) + "?" + credentials)
                    .ok()
                    .get("data");
            assertThat(now.get("failed")).as(now.toString()).isEmpty();
            return now.get("sent").size() == 1 ? Optional.of(now) : Optional.empty();
        });
        assertThat(sentTo(person).get(0).get("type").asText()).isEqualTo("template");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"to\":\"14155556199\"}|400",
                "{\"message\":{\"text\":\"Hi\"}}|400",
                "{\"to\":\"12\",\"message\":{\"text\":\"Hi\"}}|400",
                "{\"to\":\"120363043211234567@g.us\",\"message\":{\"text\":\"Hi\"}}|422",
                "{\"send_type\":\"group\",\"to\":\"64a00ec7c5e487d95dcb0d5e\",\"message\":{\"text\":\"Hi\"}}|400",
                "{\"send_type\":\"channel\",\"to\":\"14155556199\",\"message\":{\"text\":\"Hi\"}}|400"
            })
    void aBroadcastThatCannotBeIsRefused(String body, int status) {
        assertRefused(account.post("/broadcast?" + credentials, body), status);
    }

    @Test
    @Covers("S1-6")
    void theLogIsTheLedgerPageByPage() {
        var person = personWhoWrites("first");
        var sent = instance.post("/whatsapp/message", "{\"chatId\":\"%s\",\"message\":\"second\"}".formatted(person))
                .ok();
        assertThat(sent.get("status").asBoolean()).isTrue();

        var log = instance.get("/message-log?type=all&limit=2&chatId=" + person).ok();
        assertThat(log.get("total").asInt()).isGreaterThanOrEqualTo(2);
        var first = account.get("/message-log?page=1&limit=1&chatId=" + person + "&" + credentials)
                .ok();
        var second = account.get("/api/v1/message-log?page=2&limit=1&chatId=" + person + "&" + credentials)
                .ok();
        assertThat(first.at("/data/0/_id")).isNotEqualTo(second.at("/data/0/_id"));
        var received =
                instance.get("/message-log?type=received&chatId=" + person).ok().get("data");
        assertThat(received).hasSize(1);
        assertThat(received.at("/0/message").asText()).isEqualTo("first");
        assertThat(received.at("/0/fromMe").asBoolean()).isFalse();
        var ours = Api.await("an ack of the message", () -> {
            var one = instance.get("/message-log?type=outgoing&chatId=" + person)
                    .ok()
                    .at("/data/0");
            return one.get("ack").asInt() >= 1 ? Optional.of(one) : Optional.empty();
        });
        assertThat(ours.get("message").asText()).isEqualTo("second");
        assertThat(ours.get("chatId").asText()).isEqualTo(person + "@s.whatsapp.net");
        assertRefused(instance.get("/message-log?limit=9999"), 400);
        assertRefused(instance.get("/message-log?type=everything"), 400);
    }

    @Test
    @Covers("S1-2")
    void whoCallsIsToldAndWhatThereIsNotIsSaid() {
        var key = account.get("/users").ok().get("data");
        assertThat(key.get("name").asText()).isEqualTo("Waabot account 2");
        assertRefused(account.put("/users/password", "{\"current_password\":\"a\",\"new_password\":\"b\"}"), 403);
        var signedIn = Api.at(product.baseUrl().toString(), "")
                .with("Authorization", "")
                .post(
                        "/sessions",
                        "{\"email\":\"%s\",\"password\":\"%s\"}"
                                .formatted(product.adminEmail(), product.adminPassword()))
                .ok();
        var person =
                Api.at(product.baseUrl().toString(), signedIn.get("accessToken").asText());
        assertThat(person.get("/api/v1/users").ok().at("/data/email").asText()).isEqualTo(product.adminEmail());
        assertThat(person.get("/users").ok().at("/data/role").asText()).isEqualTo("owner");
        assertRefused(
                person.put(
                        "/users/password", "{\"old_password\":\"wrong\",\"new_password\":\"correct horse battery\"}"),
                400);
        for (var path : List.of(
                "/survey", "/api/v1/survey", "/survey/64a00ec7c5e487d95dcb0d5e", "/password/reset", "/email/verify")) {
            assertRefused(account.get(path), 501);
        }
    }

    private String person() {
        return "1415555" + NEXT_PERSON.incrementAndGet();
    }

    private String personWhoWrites(String text) {
        var person = person();
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
        Api.await("the word of " + person, () -> {
            var list = api.get("/whatsapp/messages?limit=1&direction=inbound&to=%2B" + person)
                    .ok();
            return list.isEmpty() ? Optional.empty() : Optional.of(list);
        });
        return person;
    }

    private List<JsonNode> answersTo(String person, int count) {
        return Api.await(
                "answers to " + person, () -> Optional.of(sentTo(person)).filter(all -> all.size() >= count));
    }

    private List<JsonNode> sentTo(String person) {
        var sent = new ArrayList<JsonNode>();
        api.get("/whatsapp/messages?limit=20&direction=outbound&to=%2B" + person)
                .ok()
                .forEach(sent::add);
        return sent;
    }

    private static String id(JsonNode document) {
        return document.get("_id").asText();
    }

    private static void assertRefused(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("status").asBoolean(true)).isFalse();
        assertThat(answer.json().path("error").asBoolean()).isTrue();
        assertThat(answer.json().path("message").asText()).isNotBlank();
    }

    private Api.Answer upload(String prefix, String name, byte[] bytes) {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n--cut--\r\n";
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + prefix + "/attachment"))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
                .build();
        var answer = send(request, HttpResponse.BodyHandlers.ofString());
        return new Api.Answer(answer.statusCode(), answer.body(), Map.of());
    }

    private byte[] bytes(String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + bearer)
                .build();
        return send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(request.uri().toString(), unreachable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
