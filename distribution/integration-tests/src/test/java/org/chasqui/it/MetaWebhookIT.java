package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where Meta posts: every real sample is kept, nothing unsigned is. */
@ExtendWith(SharedProduct.class)
class MetaWebhookIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Product product;
    private final Meta meta;

    MetaWebhookIT(Product product) {
        this.product = product;
        this.meta = new Meta(product);
    }

    @Test
    void everySampleIsAnsweredWith200AndStoredAsItCame() throws Exception {
        var samples = samples();
        assertThat(samples).hasSizeGreaterThan(90);
        for (var sample : samples) {
            var body = Files.readAllBytes(sample);
            assertThat(post("/webhooks/meta", body, "sha256=" + hmac(body)))
                    .as("%s", sample)
                    .isEqualTo(200);
            assertThat(stored(body)).as("stored %s", sample).isEqualTo(1);
        }
        Api.await(
                "an empty inbox",
                () -> count("select count(*) from msg_webhook_inbox") == 0 ? Optional.of(true) : Optional.empty());
        assertThat(count("select count(*) from msg_webhook_poison p join msg_webhook_raw r on r.id = p.raw_id"
                        + " where convert_from(r.body, 'UTF8') like '{%'"))
                .as("samples that could not be read")
                .isZero();
    }

    @Test
    void oneThatCannotBeReadDoesNotHoldUpTheOthers() throws Exception {
        var api = Api.of(product);
        var number = Sending.firstNumber(api);
        var garbage = "this is no JSON".getBytes(StandardCharsets.UTF_8);
        var good = inbound(number, "14155550170").getBytes(StandardCharsets.UTF_8);

        assertThat(post("/webhooks/meta", garbage, "sha256=" + hmac(garbage))).isEqualTo(200);
        assertThat(post("/api/v1/webhooks/whatsapp", good, "sha256=" + hmac(good)))
                .isEqualTo(200);

        var message = Api.await("the message behind the garbage", () -> {
            var found = api.get("/whatsapp/messages?direction=inbound&to=14155550170")
                    .ok();
            return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
        });
        assertThat(message.at("/content/body").asText()).isEqualTo("Good morning");
        assertThat(message.get("status").asText()).isEqualTo("received");
    }

    @Test
    void aMessageThatMetaRepeatsIsThereOnce() throws Exception {
        var api = Api.of(product);
        var body = inbound(Sending.firstNumber(api), "14155550171").getBytes(StandardCharsets.UTF_8);
        try (var subscription = new Subscription(api, "message.received")) {
            for (int i = 0; i < 3; i++) {
                assertThat(post("/webhooks/meta", body, "sha256=" + hmac(body))).isEqualTo(200);
            }
            Api.await(
                    "an empty inbox",
                    () -> count("select count(*) from msg_webhook_inbox") == 0 ? Optional.of(true) : Optional.empty());

            var messages = api.get("/whatsapp/messages?direction=inbound&to=14155550171")
                    .ok();
            assertThat(messages).hasSize(1);
            var id = messages.get(0).get("id").asText();
            subscription.await(id, "message.received");
            assertThat(count("select count(*) from msg_event where data ->> 'id' = '" + id + "'"))
                    .as("told once")
                    .isEqualTo(1);
        }
    }

    @Test
    void aBombOfBracketsIsSetAsideAndNeverUnfolded() throws Exception {
        var bomb = "[".repeat(500_000).getBytes(StandardCharsets.UTF_8);

        assertThat(post("/webhooks/meta", bomb, "sha256=" + hmac(bomb))).isEqualTo(200);

        Api.await(
                "the note on it",
                () -> count("select count(*) from msg_webhook_poison p join msg_webhook_raw r on r.id = p.raw_id"
                                        + " where length(r.body) = " + bomb.length)
                                == 1
                        ? Optional.of(true)
                        : Optional.empty());
    }

    @Test
    void withoutAValidSignatureNothingIsStored() throws Exception {
        var body = ("{\"object\":\"whatsapp_business_account\",\"entry\":[],\"probe\":\"" + System.nanoTime() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        var right = hmac(body);
        for (var header : List.of(
                "", "sha256=", right, "sha1=" + right, "sha256=" + right.substring(2), "sha256=" + "0".repeat(64))) {
            assertThat(post("/webhooks/meta", body, header)).as(header).isEqualTo(401);
        }
        assertThat(post("/webhooks/meta", body, null)).isEqualTo(401);
        assertThat(stored(body)).isZero();
    }

    @Test
    void theChallengeIsAnsweredOnlyWithTheRightToken() throws Exception {
        var path = "/webhooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        var right = HTTP.send(
                HttpRequest.newBuilder(URI.create(product.baseUrl() + path + meta.credential("verify-token")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");

        var wrong = HTTP.send(
                HttpRequest.newBuilder(URI.create(product.baseUrl() + path + "guess"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(wrong.statusCode()).isEqualTo(403);
    }

    private static List<Path> samples() throws IOException {
        var folder = Product.repository().resolve("messaging-module/src/test/resources/webhook-samples");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static String inbound(String number, String from) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                  "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"%s"},
                  "contacts":[{"profile":{"name":"Ana"},"wa_id":"%s"}],
                  "messages":[{"from":"%s","id":"wamid.IT%s","timestamp":"1763800000","type":"text",
                    "text":{"body":"Good morning"}}]}}]}]}
                """.formatted(number, from, from, from);
    }

    private int post(String path, byte[] body, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String hmac(byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(meta.credential("app-secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    private long stored(byte[] body) throws Exception {
        try (var connection = DriverManager.getConnection(
                        product.databaseUrl(), "chasqui", product.secret("database.password"));
                var statement = connection.prepareStatement("select count(*) from msg_webhook_raw where body = ?")) {
            statement.setBytes(1, body);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long count(String sql) {
        try (var connection = DriverManager.getConnection(
                        product.databaseUrl(), "chasqui", product.secret("database.password"));
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
