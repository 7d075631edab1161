package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts webhooks as Meta does, signed; takes real samples and makes them about a number of the product. */
final class MetaPost {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private final Product product;
    private final Meta meta;
    private final String phoneNumberId;

    MetaPost(Product product, String phoneNumberId) {
        this.product = product;
        this.meta = new Meta(product);
        this.phoneNumberId = phoneNumberId;
    }

    static String newWamid() {
        return "wamid.IT" + NUMBER.incrementAndGet();
    }

    /** The first sample of a folder for {@code folder/*}; any other path as it is. */
    static String first(String path) throws IOException {
        if (!path.endsWith("/*")) {
            return path;
        }
        var folder = path.substring(0, path.length() - 2);
        var samples = Product.repository().resolve("messaging-module/src/test/resources/webhook-samples");
        try (var files = Files.list(samples.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The value of the first change of a sample, about our number. */
    ObjectNode sample(String path) {
        try {
            var file = Product.repository().resolve("messaging-module/src/test/resources/webhook-samples/" + path);
            var value = (ObjectNode) MAPPER.readTree(Files.readAllBytes(file)).at("/entry/0/changes/0/value");
            value.withObject("/metadata").put("phone_number_id", phoneNumberId);
            return value;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A sample in which one person writes one message, from somebody else and now. */
    ObjectNode sampleFrom(String path, String person, String wamid) {
        var value = sample(path);
        var message = (ObjectNode) value.at("/messages/0");
        message.put("from", person).put("id", wamid);
        message.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        message.remove("from_user_id");
        for (var contact : value.path("contacts")) {
            ((ObjectNode) contact).put("wa_id", person).remove("user_id");
        }
        return value;
    }

    /** A text. */
    ObjectNode text(String person, String wamid, String body) {
        var value = sampleFrom("message.text/pywa__message.text.json", person, wamid);
        ((ObjectNode) value.at("/messages/0/text")).put("body", body);
        return value;
    }

    /** What Meta tells of a message to a person now: sent, delivered or read. */
    ObjectNode status(String wamid, String person, String status) {
        var value = sample("status.%1$s/pywa__message_status.%1$s.json".formatted(status));
        value.remove("contacts");
        ((ObjectNode) value.at("/statuses/0"))
                .put("id", wamid)
                .put("recipient_id", person)
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        return value;
    }

    void messages(JsonNode value) {
        post("messages", value);
    }

    void post(String field, JsonNode value) {
        var body = MAPPER.createObjectNode().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", meta.credential("waba-id"));
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        post(body);
    }

    /** A whole webhook, signed. */
    void post(JsonNode body) {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        try {
            var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + "/webhooks/meta"))
                    .header("Content-Type", "application/json")
                    .header("X-Hub-Signature-256", "sha256=" + hmac(bytes))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build();
            int status =
                    HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new AssertionError("the webhook was answered with " + status);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(meta.credential("app-secret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
