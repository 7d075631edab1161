package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever has a client of 360dialog or CBOT points it here: the examples of seeds 000 and 003 as they stand, and what such
 * clients call besides. With a number of its own.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Dialog360IT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Product product;
    private final Dialog360Seed seed = new Dialog360Seed();
    private final Dialog360Number number;

    Dialog360IT(Product product) {
        this.product = product;
        this.number = new Dialog360Number(product, "Dialog");
    }

    private Api cloud() {
        return number.cloud();
    }

    private Api onPremise() {
        return number.onPremise();
    }

    private String person() {
        return number.person();
    }

    @Test
    @Covers({"S0-1", "S3-5", "S3-6", "S3-7"})
    void theCurlOfTheSeedSendsOnEitherBaseUrl() throws Exception {
        var person = person();

        for (var base : new String[] {"", "/onprem", "/d360"}) {
            var old = seed.curl("S3-7", product.baseUrl() + base, number.key(), seed.messageTo("S3-10", person));
            assertSent(old, person, "your-message-content");
            assertThat(old.at("/meta/api_status").asText()).isEqualTo("stable");

            var cloud = seed.curl("S3-7", product.baseUrl() + base, number.key(), seed.messageTo("S3-11", person));
            assertSent(cloud, person, "Hello, dear customer!");
            assertThat(cloud.path("messaging_product").asText()).isEqualTo("whatsapp");
        }
    }

    @ParameterizedTest
    @Covers({"S0-3", "S0-4", "S0-5", "S0-6", "S0-9", "S3-2", "S3-3", "S3-10", "S3-11", "S3-12"})
    @CsvSource({
        "/cbot/onprem, /v1/messages, S0-9",
        "/cbot/onprem, /v1/messages/, S0-9",
        "/cbot, /messages, S0-9",
        "/onprem, /v1/messages/, S3-10",
        "'', /v1/messages, S3-10",
        "'', /messages, S3-11",
        "'', /messages/, S3-11"
    })
    void theExamplesOfTheSeedsAreAnsweredWithMetasIdOfTheMessage(String base, String path, String item) {
        var person = person();

        var answer = number.at(base, base.contains("cbot") ? number.cbotKey() : number.key())
                .post(path, seed.messageTo(item, person));

        assertSent(answer.ok(), person, item.equals("S3-11") ? "Hello, dear customer!" : "your-message-content");
    }

    private void assertSent(JsonNode answer, String person, String text) {
        var wamid = answer.at("/messages/0/id").asText();
        assertThat(wamid).as(answer.toString()).startsWith("wamid.");
        assertThat(answer.at("/contacts/0/input").asText()).isEqualTo(person);
        assertThat(answer.at("/contacts/0/wa_id").asText()).isEqualTo(person);
        var message = number.newest(person);
        assertThat(message.path("wamid").asText()).isEqualTo(wamid);
        assertThat(message.at("/content/body").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @Covers({"S0-8", "S3-8", "S3-9"})
    @CsvSource(
            delimiter = '|',
            value = {
                "image|{\"link\":\"https://example.com/a.png\",\"caption\":\"A\"}",
                "document|{\"link\":\"https://example.com/a.pdf\",\"filename\":\"a.pdf\"}",
                "location|{\"latitude\":1.5,\"longitude\":2.5,\"name\":\"Here\",\"address\":\"There\"}",
                "contacts|[{\"name\":{\"formatted_name\":\"Ana\",\"first_name\":\"Ana\"},\"phones\":[{\"phone\":\"+14155550100\"}]}]",
                "interactive|{\"type\":\"button\",\"body\":{\"text\":\"Which?\"},\"action\":\"{\\\"buttons\\\":[{\\\"type\\\":\\\"reply\\\",\\\"reply\\\":{\\\"id\\\":\\\"a\\\",\\\"title\\\":\\\"A\\\"}}]}\"}",
                "template|{\"namespace\":\"ns\",\"name\":\"hello_chasqui\",\"language\":{\"policy\":\"deterministic\",\"code\":\"en_US\"},\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]}"
            })
    void everyKindOfMessageGoesToTheSameAddress(String type, String content) {
        var body = "{\"to\":\"%s\",\"type\":\"%s\",\"%s\":%s}".formatted(person(), type, type, content);

        for (var answer : new Api.Answer[] {
            cloud().with("User-Agent", "PostmanRuntime/7.39.0")
                    .with("Cache-Control", "no-cache")
                    .post("/messages", body),
            onPremise().post("/v1/messages", body)
        }) {
            assertThat(answer.ok().at("/messages/0/id").asText())
                    .as(answer.text())
                    .startsWith("wamid.");
        }
    }

    @Test
    void theSameCallUnderTheSameKeySendsOnce() {
        var person = person();
        var client = cloud().with("Idempotency-Key", "d360-" + person);

        var first = client.post("/messages", seed.messageTo("S3-11", person));
        var again = client.post("/messages", seed.messageTo("S3-11", person));

        assertThat(first.ok().at("/messages/0/id").asText()).startsWith("wamid.");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(client.post("/messages", seed.messageTo("S3-10", person)).status())
                .as("another call under the same key")
                .isEqualTo(409);
    }

    @Test
    void aMessageIsMarkedAsReadInBothStyles() {
        var person = person();
        var wamid = number.received(person).get("wamid").asText();

        var read = cloud().post(
                        "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + wamid
                                + "\",\"typing_indicator\":{\"type\":\"text\"}}");
        assertThat(read.ok().path("success").asBoolean()).isTrue();
        onPremise().put("/v1/messages/" + wamid, "{\"status\":\"read\"}").ok();
        assertThat(cloud().post("/messages", "{\"status\":\"read\",\"message_id\":\"wamid.nobody\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Covers({"S0-7", "S3-4", "S3-6"})
    void withoutTheKeyNothingIsDone() {
        for (var header : new String[] {"D360-API-KEY", "X-API-KEY", "API-KEY"}) {
            var client = Api.at(product.baseUrl().toString(), "unused").with("Authorization", "");
            client.with(header, number.cbotKey()).get("/v1/health").ok();
            var refused = client.with(header, "wrong").get("/v1/health");
            assertThat(refused.status()).isEqualTo(401);
            for (var member : new String[] {"developerMessage", "developer_message"}) {
                assertThat(refused.json().at("/meta/" + member).asText())
                        .startsWith("Invalid api_key or token expired");
            }
            assertThat(refused.json().at("/meta/http_code").asInt()).isEqualTo(401);
            assertThat(refused.json().at("/meta/httpCode").asInt()).isEqualTo(401);
        }
        Api.at(product.baseUrl().toString(), number.cbotKey()).get("/v1/health").ok();
        assertThat(number.at("", number.key("waabot", "*")).get("/v1/health").status())
                .isEqualTo(403);
        assertThat(number.at("", number.key("dialog360", "whatsapp:read"))
                        .post("/messages", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoSpeaksThePlainOnPremisesApiLogsIn() {
        var basic = Base64.getEncoder().encodeToString(("admin:" + number.key()).getBytes(StandardCharsets.UTF_8));
        var login = Api.at(product.baseUrl() + "/onprem", "unused")
                .with("Authorization", "Basic " + basic)
                .post("/v1/users/login", "")
                .ok();

        var token = login.at("/users/0/token").asText();
        assertThat(login.at("/users/0/expires_after").asText())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\+00:00");
        Api.at(product.baseUrl() + "/onprem", token)
                .post("/v1/messages", seed.messageTo("S0-9", person()))
                .ok();
        assertThat(onPremise().post("/v1/account", "{}").status()).isEqualTo(501);
    }

    @Test
    void failuresAreWordedAsMetaDoesInEitherStyle() {
        var stranger = number.stranger();

        var cloud = cloud().post("/messages", seed.messageTo("S3-11", stranger));
        assertThat(cloud.status()).isEqualTo(400);
        assertThat(cloud.json().at("/error/code").asInt()).isEqualTo(131047);
        var old = onPremise().post("/v1/messages", seed.messageTo("S3-10", stranger));
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.json().at("/errors/0/code").asInt()).isEqualTo(470);
        assertThat(cloud().post("/messages", "{\"to\":").status()).isEqualTo(400);
        assertThat(cloud().post("/messages", "{\"type\":\"text\",\"text\":{\"body\":\"a\"}}")
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(131008);
        assertThat(cloud().get("/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void aFileGoesUpAndComesDownOnTheOldHost() throws Exception {
        var up = raw("POST", "/onprem/v1/media", "image/png", Inbox.PNG);
        assertThat(up.statusCode())
                .as(new String(up.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        var id = MAPPER.readTree(up.body()).at("/media/0/id").asText();

        var down = raw("GET", "/onprem/v1/media/" + id, null, new byte[0]);

        assertThat(down.body()).isEqualTo(Inbox.PNG);
        assertThat(down.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        var sent = onPremise()
                .post(
                        "/v1/messages",
                        "{\"to\":\"%s\",\"type\":\"image\",\"image\":{\"id\":\"%s\"}}".formatted(person(), id));
        assertThat(sent.ok().at("/messages/0/id").asText()).startsWith("wamid.");
        onPremise().delete("/v1/media/" + id).ok();
        assertThat(onPremise().get("/v1/media/" + id).status()).isEqualTo(404);
    }

    @Test
    void aFileGoesUpAndComesDownInTheCloudByMetasId() throws Exception {
        var form = "--cut\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\napplication/pdf\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n%PDF-1.7\n%%EOF\r\n--cut--\r\n";
        var up = raw("POST", "/media", "multipart/form-data; boundary=cut", form.getBytes(StandardCharsets.UTF_8));
        var id = MAPPER.readTree(up.body()).path("id").asText();
        assertThat(id).as(new String(up.body(), StandardCharsets.UTF_8)).matches("\\d{6,}");

        var about = cloud().get("/" + id).ok();

        assertThat(about.path("mime_type").asText()).isEqualTo("application/pdf");
        assertThat(about.path("messaging_product").asText()).isEqualTo("whatsapp");
        var path = about.path("url").asText().replaceFirst("^https?://[^/]+", "");
        assertThat(path).startsWith("/whatsapp_business/attachments/?mid=");
        assertThat(new String(raw("GET", path, null, new byte[0]).body(), StandardCharsets.UTF_8))
                .startsWith("%PDF-1.7");
        assertThat(Api.at(product.baseUrl().toString(), "nobody").get(path).status())
                .isEqualTo(401);
        var sent = cloud().post(
                        "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"to\":\"%s\",\"type\":\"document\",\"document\":{\"id\":\"%s\"}}"
                                .formatted(person(), id));
        assertThat(sent.ok().at("/messages/0/id").asText()).startsWith("wamid.");
        assertThat(cloud().delete("/" + id).ok().path("success").asBoolean()).isTrue();
    }

    private HttpResponse<byte[]> raw(String method, String path, String type, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .header("D360-API-KEY", number.key())
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void whatAPersonSendsIsFetchedByMetasIdOnEitherHost() throws Exception {
        var person = number.stranger();
        number.writes(person, "{\"type\":\"image\",\"caption\":\"A cat\"}");
        var id = number.received(person).at("/content/id").asText();

        // It is fetched from Meta beside the work that the message makes.
        var about = Api.await("the file " + id, () -> {
            var answer = cloud().get("/" + id);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });

        assertThat(about.path("id").asText()).isEqualTo(id);
        assertThat(about.path("mime_type").asText()).isEqualTo("image/png");
        // A client of 360dialog replaces the host of Meta's address by its base URL; whoever does not comes to the
        // same.
        var path = about.path("url").asText().replaceFirst("^https?://[^/]+", "");
        var cloud = raw("GET", path, null, new byte[0]);
        assertThat(cloud.body()).hasSize(about.path("file_size").asInt()).startsWith(Inbox.PNG[0], Inbox.PNG[1]);
        var old = raw("GET", "/onprem/v1/media/" + id, null, new byte[0]);
        assertThat(old.body()).isEqualTo(cloud.body());
        assertThat(old.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
    }

    @Test
    @Covers({"S0-2", "S3-1"})
    void theOnPremiseBaseUrlIsAlsoAHostOfItsOwn() {
        var person = person();
        var host = Api.at(product.baseUrl().toString().replace("localhost", "127.0.0.1"), "unused")
                .with("D360-API-KEY", number.key());

        var sent = host.post("/v1/messages", seed.messageTo("S3-10", person));

        assertSent(sent.ok(), person, "your-message-content");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(host.post("/messages", "{\"type\":\"text\"}")
                        .json()
                        .at("/errors/0/code")
                        .asInt())
                .as("what is Graph's error elsewhere")
                .isEqualTo(1008);
    }

    @Test
    void templatesAreListedInEitherWay() {
        var old = onPremise()
                .get("/v1/configs/templates?limit=1&offset=0&sort=name")
                .ok();
        assertThat(old.path("waba_templates")).hasSize(1);
        assertThat(old.path("total").asInt()).isPositive();
        assertThat(old.at("/waba_templates/0/status").asText()).isLowerCase();

        var first = cloud().get("/message_templates?limit=1").ok();
        var after = first.at("/paging/cursors/after").asText();
        assertThat(first.at("/data/0/status").asText()).isUpperCase();
        if (old.path("total").asInt() > 1) {
            var second =
                    cloud().get("/message_templates?limit=1&after=" + after).ok();
            assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
        }
        assertThat(onPremise().delete("/v1/configs/templates/no_such_template").status())
                .isEqualTo(404);
    }

    @Test
    void aTemplateIsMadeAndDeleted() {
        var made = onPremise()
                .post(
                        "/v1/configs/templates",
                        "{\"name\":\"d360_parcel\",\"category\":\"UTILITY\",\"language\":\"en_US\",\"components\":[{\"type\":\"BODY\","
                                + "\"text\":\"Your parcel {{1}} is on its way to you.\",\"example\":{\"body_text\":[[\"42\"]]}}]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("name").asText()).isEqualTo("d360_parcel");

        onPremise().delete("/v1/configs/templates/d360_parcel").ok();

        assertThat(onPremise().get("/v1/configs/templates").text()).doesNotContain("d360_parcel");
    }

    @Test
    void theNumberTellsOfItself() {
        assertThat(onPremise()
                        .get("/v1/health")
                        .ok()
                        .at("/health/gateway_status")
                        .asText())
                .isEqualTo("connected");
        assertThat(onPremise()
                        .get("/v1/configs/phone_number")
                        .ok()
                        .path("phone_number")
                        .asText())
                .matches("\\d{8,15}");
        assertThat(cloud().get("/health_status").ok().path("id").asText()).isEqualTo(number.id());
        var contacts = onPremise()
                .post("/v1/contacts", "{\"blocking\":\"wait\",\"contacts\":[\"+1 415-536-0001\",\"nobody\"]}")
                .ok();
        assertThat(contacts.at("/contacts/0/wa_id").asText()).isEqualTo("14155360001");
        assertThat(contacts.at("/contacts/1/status").asText()).isEqualTo("invalid");
    }

    @Test
    void theProfileIsOneInThreePlaces() {
        onPremise()
                .send("PATCH", "/v1/settings/profile/about", "{\"text\":\"Open till six\"}")
                .ok();
        onPremise()
                .post(
                        "/v1/settings/business/profile",
                        "{\"vertical\":\"Shopping and Retail\",\"websites\":[\"https://example.com\"],\"address\":\"Here\"}")
                .ok();

        var profile = cloud().get("/whatsapp_business_profile").ok().at("/data/0");
        assertThat(profile.path("about").asText()).isEqualTo("Open till six");
        assertThat(profile.path("vertical").asText()).isEqualTo("RETAIL");
        assertThat(profile.path("address").asText()).isEqualTo("Here");
        assertThat(onPremise()
                        .get("/v1/settings/profile/about")
                        .ok()
                        .at("/settings/profile/about/text")
                        .asText())
                .isEqualTo("Open till six");
    }
}
