package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Meta's own API, spoken by the gateway: with an account of its own, and another that is not the key's. */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphApiIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PERSON = "14155559100";

    private final Product product;
    private final Api api;
    private final Api graph;
    private final Meta meta;
    private String waba;
    private String number;
    private String second;
    private String strangers;

    GraphApiIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.graph = Api.at(product.baseUrl() + "/graph/v24.0", product.apiKey());
        this.meta = new Meta(product);
    }

    @BeforeAll
    void connectAnAccount() {
        var account = meta.newAccount("Graph", "STANDARD", "STANDARD");
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
        second = account.at("/numbers/1/id").asText();
        // Meta's token of the sandbox can see this one; the workspace has not connected it.
        strangers = meta.newAccount("Not ours", "STANDARD").at("/numbers/0/id").asText();
        meta.connect(api, waba);
        api.post("/whatsapp/templates/sync", null).ok();
        written("Hello");
    }

    @Test
    @Covers({"G0-1", "G0-4"})
    void aSendIsAnsweredWithMetasWamidWhereverAnSdkLooksForIt() {
        for (var base : new String[] {"/graph/v24.0", "/graph/v16.0", "/graph", "/v21.0"}) {
            var sent = Api.at(product.baseUrl() + base, product.apiKey())
                    .post("/" + number + "/messages", text("From " + base));

            var wamid = sent.ok().at("/messages/0/id").asText();
            assertThat(wamid).startsWith("wamid.");
            assertThat(sent.json().at("/contacts/0/wa_id").asText()).isEqualTo(PERSON);
            assertThat(sent.json().get("messaging_product").asText()).isEqualTo("whatsapp");
            Sending.awaitStatus(api, wamid, "delivered", "read");
        }
    }

    @Test
    @Covers("G0-2")
    void theKeyStandsWhereMetasTokenDid() throws Exception {
        var path = "/graph/v24.0/" + number + "?fields=id";
        assertThat(status(path, "Authorization", "Bearer " + product.apiKey())).isEqualTo(200);
        assertThat(status(path, "Authorization", "OAuth " + product.apiKey())).isEqualTo(200);
        assertThat(status(path + "&access_token=" + product.apiKey(), "Accept", "*/*"))
                .isEqualTo(200);
        assertThat(status(path, "Accept", "*/*")).isEqualTo(401);
        assertThat(status(path, "Authorization", "Bearer cm_nobody0123456789012345"))
                .isEqualTo(401);
    }

    @Test
    @Covers("G0-5")
    void aReceiptIsTakenWithTyping() {
        var wamid = written("Are you there?");

        var answer = graph.post("/" + number + "/messages", """
                {"messaging_product":"whatsapp","status":"read","message_id":"%s","typing_indicator":{"type":"text"}}""".formatted(wamid));

        assertThat(answer.ok().get("success").asBoolean()).isTrue();
    }

    @Test
    @Covers({"G0-8", "G0-9"})
    void aFileGoesInIsSentComesOutAndIsRemoved() throws Exception {
        var id = upload(Inbox.PNG);
        assertThat(id).matches("\\d+");

        var sent = graph.post("/" + number + "/messages", """
                        {"messaging_product":"whatsapp","to":"+%s","type":"image","image":{"id":"%s","caption":"Map"}}""".formatted(PERSON, id))
                .ok();
        Sending.awaitStatus(api, sent.at("/messages/0/id").asText(), "delivered", "read");

        var described = graph.get("/" + id + "?phone_number_id=" + number).ok();
        assertThat(described.get("id").asText()).isEqualTo(id);
        assertThat(described.get("mime_type").asText()).isEqualTo("image/png");
        assertThat(described.get("file_size").asInt()).isEqualTo(Inbox.PNG.length);
        assertThat(bytes(described.get("url").asText())).isEqualTo(Inbox.PNG);

        assertThat(graph.delete("/" + id).ok().get("success").asBoolean()).isTrue();
        assertThat(graph.get("/" + id).json().at("/error/error_subcode").asInt())
                .isEqualTo(33);
    }

    @Test
    @Covers("G0-10")
    void aTemplateIsMadeListedReadAndDeleted() {
        var name = "graph_" + System.nanoTime();
        var made = graph.post("/" + waba + "/message_templates", """
                {"name":"%s","language":"en_US","category":"UTILITY","components":[{"type":"BODY",
                 "text":"Hi {{1}}, your order is ready for pick-up.","example":{"body_text":[["Ana"]]}}]}""".formatted(name))
                .ok();
        var id = made.get("id").asText();
        assertThat(made.get("status").asText()).isNotEmpty();
        assertThat(api.get("/whatsapp/templates/" + id).ok().get("name").asText())
                .as("the gateway knows it at once")
                .isEqualTo(name);

        var listed = graph.get("/" + waba + "/message_templates?fields=name,status&name=" + name)
                .ok();
        assertThat(listed.at("/data/0/name").asText()).isEqualTo(name);
        assertThat(graph.get("/" + id + "?fields=name").ok().get("name").asText())
                .isEqualTo(name);

        assertThat(graph.delete("/" + waba + "/message_templates?name=" + name)
                        .ok()
                        .get("success")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Covers("G0-18")
    void aPictureIsUploadedForATemplate() throws Exception {
        var session = graph.post(
                        "/app/uploads?file_name=dot.png&file_type=image/png&file_length=" + Inbox.PNG.length, null)
                .ok()
                .get("id")
                .asText();
        assertThat(session).startsWith("upload:");
        assertThat(graph.get("/" + session).ok().get("file_offset").asInt()).isZero();

        assertThat(uploaded(session, "0", new byte[] {1}).at("/error/code").asInt())
                .isEqualTo(100);
        assertThat(uploaded(session, "7", Inbox.PNG).at("/error/code").asInt()).isEqualTo(100);
        var handle = uploaded(session, "0", Inbox.PNG).path("h").asText();
        assertThat(handle).isNotEmpty();

        var made = graph.post("/" + waba + "/message_templates", """
                {"name":"graph_picture_%d","language":"en_US","category":"MARKETING","components":[
                 {"type":"HEADER","format":"IMAGE","example":{"header_handle":["%s"]}},
                 {"type":"BODY","text":"Fresh bread from seven in the morning."}]}""".formatted(System.nanoTime(), handle));
        assertThat(made.ok().get("id").asText()).isNotEmpty();
    }

    /** As Meta's guide has it: this one address wants the word OAuth. */
    private JsonNode uploaded(String session, String offset, byte[] bytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + "/graph/v24.0/" + session))
                .header("Authorization", "OAuth " + product.apiKey())
                .header("file_offset", offset)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Api.Answer(answer.statusCode(), answer.body(), Map.of()).json();
    }

    @Test
    @Covers("G0-7")
    void whatMetaRefusesOfATemplateIsSaidInMetasWords() {
        var body = """
                {"name":"graph_twice_%d","language":"en_US","category":"UTILITY","components":[{"type":"BODY",
                 "text":"Your order has left our warehouse."}]}""".formatted(System.nanoTime());
        graph.post("/" + waba + "/message_templates", body).ok();

        var refused = graph.post("/" + waba + "/message_templates", body);

        var direct = Api.at(meta.graphUrl() + "/v24.0", meta.credential("token"))
                .post("/" + waba + "/message_templates", body);
        assertThat(refused.status()).isEqualTo(direct.status()).isEqualTo(400);
        for (var member : new String[] {"message", "type", "code", "error_subcode", "error_user_title"}) {
            assertThat(refused.json().at("/error/" + member))
                    .as(member)
                    .isEqualTo(direct.json().at("/error/" + member));
        }
        assertThat(refused.json().at("/error/fbtrace_id").asText()).isNotEmpty();
    }

    @Test
    @Covers("G0-11")
    void pagesLeadHereAndCarryNoToken() {
        var first = graph.get("/" + waba + "/phone_numbers?fields=id,display_phone_number&limit=1")
                .ok();
        assertThat(first.get("data")).hasSize(1);
        var next = first.at("/paging/next").asText();
        assertThat(next).startsWith(product.baseUrl() + "/graph/v").doesNotContain("access_token");

        var other = Api.at("", product.apiKey()).get(next).ok();

        assertThat(other.at("/data/0/id").asText())
                .isNotEqualTo(first.at("/data/0/id").asText());
        assertThat(first.toString() + other).doesNotContain(meta.credential("token"));
    }

    @Test
    @Covers("G0-12")
    void whatIsNotTheWorkspacesLooksAsIfItDidNotExist() {
        for (var answer : new Api.Answer[] {
            graph.get("/" + strangers),
            graph.post("/" + strangers + "/messages", text("No")),
            graph.get("/" + strangers + "/whatsapp_business_profile"),
            graph.post("/" + strangers + "/register", registration("123456"))
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(100);
            assertThat(answer.json().at("/error/error_subcode").asInt()).isEqualTo(33);
        }
    }

    @Test
    @Covers("G0-12")
    void aKeyOfOneNumberSeesThatNumberAlone() {
        var key = api.post(
                        "/keys", "{\"name\":\"One\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"}".formatted(number))
                .ok()
                .get("key")
                .asText();
        var bound = Api.at(product.baseUrl() + "/graph/v24.0", key);

        var listed = bound.get("/" + waba + "/phone_numbers?fields=id").ok().get("data");

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("id").asText()).isEqualTo(number);
        assertThat(bound.get("/" + second).status()).isEqualTo(400);
        assertThat(bound.get("/" + waba + "?fields=phone_numbers").status()).isEqualTo(403);
    }

    @Test
    @Covers("G0-13")
    void profileAndBlockListAreMetas() {
        graph.post(
                        "/" + number + "/whatsapp_business_profile",
                        "{\"messaging_product\":\"whatsapp\",\"about\":\"Open until 20:00\"}")
                .ok();
        var profile = graph.get("/" + number + "/whatsapp_business_profile?fields=about")
                .ok();
        assertThat(profile.at("/data/0/about").asText()).isEqualTo("Open until 20:00");

        var users = "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"" + PERSON + "\"}]}";
        var blocked = graph.post("/" + number + "/block_users", users).ok();
        assertThat(blocked.at("/block_users/added_users/0/wa_id").asText()).isEqualTo(PERSON);
        graph.send("DELETE", "/" + number + "/block_users", users).ok();
        assertThat(graph.get("/" + number + "/block_users").ok().get("data")).isEmpty();
    }

    @Test
    @Covers({"G0-7", "G0-13"})
    void aNumberIsRegisteredWithItsPinAndNoOther() {
        meta.control()
                .put("/numbers/" + second + "/registration", "{\"pin\":\"654321\",\"verified\":true}")
                .ok();

        assertThat(graph.post("/" + second + "/register", registration("654321"))
                        .ok()
                        .get("success")
                        .asBoolean())
                .isTrue();
        var refused = graph.post("/" + second + "/register", registration("111111"));
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(133005);
    }

    private static String registration(String pin) {
        return "{\"messaging_product\":\"whatsapp\",\"pin\":\"" + pin + "\"}";
    }

    @Test
    @Covers("G0-14")
    void webhooksAreNotLedPastTheGateway() {
        assertThat(graph.get("/" + waba + "/subscribed_apps").ok().get("data")).isNotEmpty();
        assertThat(graph.post("/" + waba + "/subscribed_apps", "{}")
                        .ok()
                        .get("success")
                        .asBoolean())
                .isTrue();
        assertThat(graph.post(
                                "/" + waba + "/subscribed_apps",
                                "{\"override_callback_uri\":\"https://elsewhere.example.com\",\"verify_token\":\"x\"}")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(10);
        assertThat(graph.delete("/" + waba + "/subscribed_apps")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(10);
        assertThat(graph.get("/" + waba + "/subscribed_apps").ok().get("data")).isNotEmpty();
    }

    @Test
    @Covers("G0-15")
    void marketingMessagesTakeMarketingAlone() {
        var address = "/" + number + "/marketing_messages";
        for (var other : new String[] {text("Buy"), template("hello_chasqui")}) {
            assertThat(graph.post(address, other).json().at("/error/code").asInt())
                    .isEqualTo(131055);
        }
        var name = "graph_offer_" + System.nanoTime();
        meta.control()
                .post("/wabas/" + waba + "/templates", """
                {"name":"%s","language":"en_US","category":"MARKETING","status":"APPROVED",
                 "components":[{"type":"BODY","text":"{{1}}, all bread is 20%% off until Friday."}]}""".formatted(name))
                .ok();
        api.post("/whatsapp/templates/sync", null).ok();

        var sent = graph.post(address, template(name)).ok();

        assertThat(sent.at("/messages/0/message_status").asText()).isEqualTo("accepted");
        Sending.awaitStatus(api, sent.at("/messages/0/id").asText(), "delivered", "read");
        var strict = template(name).replaceFirst("\\{", "{\"product_policy\":\"STRICT\",");
        assertThat(graph.post(address, strict).json().at("/error/code").asInt()).isEqualTo(131055);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"messaging_product":"whatsapp","text":{"body":"x"}}                                  | 131008
            {"messaging_product":"whatsapp","to":"abc","text":{"body":"x"}}                       | 131009
            {"to":"14155559100","text":{"body":"x"}}                                              | 100
            {"messaging_product":"whatsapp","to":"14155559199","text":{"body":"x"}}               | 131047
            {"messaging_product":"whatsapp","to":"14155559100","type":"template","template":{"name":"none","language":{"code":"en_US"}}} | 132001
            """)
    @Covers("G0-6")
    void whatIsWrongHasMetasCode(String body, int code) {
        var answer = graph.post("/" + number + "/messages", body);

        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(code);
        assertThat(answer.json().at("/error/type").asText()).isEqualTo("OAuthException");
        assertThat(answer.json().at("/error/fbtrace_id").asText()).isNotEmpty();
        assertThat(answer.headers()).containsKey("x-request-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/groups", "/calls", "/nothing"})
    void whatIsNotServedIsSaid(String edge) {
        assertThat(graph.get("/" + number + edge).json().at("/error/code").asInt())
                .isEqualTo(2500);
    }

    private static String text(String body) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"+%s\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(PERSON, body);
    }

    private static String template(String name) {
        return """
                {"messaging_product":"whatsapp","to":"+%s","type":"template","template":{"name":"%s",
                 "language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"Ana"}]}]}}""".formatted(PERSON, name);
    }

    /** The person writes; answers the id of it once the gateway has it. */
    private String written(String text) {
        meta.control()
                .post("/numbers/" + number + "/people/" + PERSON + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
        return Api.await(
                "inbound \"" + text + "\"",
                () -> StreamSupport.stream(
                                api.get("/whatsapp/messages?direction=inbound&to=" + PERSON)
                                        .ok()
                                        .spliterator(),
                                false)
                        .filter(message -> message.toString().contains(text))
                        .map((JsonNode message) -> message.get("wamid").asText())
                        .findFirst());
    }

    private int status(String path, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .header(header, value)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private byte[] bytes(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + product.apiKey())
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String upload(byte[] bytes) throws Exception {
        var head = "--cut\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dot.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + "/graph/v24.0/" + number + "/media"))
                .header("Authorization", "Bearer " + product.apiKey())
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head, StandardCharsets.ISO_8859_1),
                        HttpRequest.BodyPublishers.ofByteArray(bytes),
                        HttpRequest.BodyPublishers.ofString("\r\n--cut--\r\n")));
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Api.Answer(answer.statusCode(), answer.body(), Map.of())
                .ok()
                .get("id")
                .asText();
    }
}
