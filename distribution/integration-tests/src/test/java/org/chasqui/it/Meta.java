package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The sandbox of a running product, seen from its control side: what Meta would know and nobody else. */
final class Meta {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Product product;
    private final Properties credentials = new Properties();
    private final Api control;

    Meta(Product product) {
        this.product = product;
        try (var in = Files.newInputStream(product.dataFolder().resolve("sandbox/credentials.properties"))) {
            credentials.load(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        control = Api.at(product.baseUrl() + "/sandbox/control", credential("token"));
    }

    Api control() {
        return control;
    }

    /** app-id, app-secret, verify-token, token, waba-id or phone-number-id. */
    String credential(String name) {
        return credentials.getProperty(name);
    }

    String graphUrl() {
        return product.baseUrl() + "/sandbox/graph";
    }

    /** A new account with numbers of the given throughput, without pair limit. */
    JsonNode newAccount(String name, String... throughputs) {
        var body = MAPPER.createObjectNode().put("name", name).put("pair_limit", false);
        var numbers = body.putArray("numbers");
        for (var throughput : throughputs) {
            numbers.addObject().put("throughput", throughput);
        }
        return control.post("/wabas", body.toString()).ok();
    }

    /** Has the product take an account in, with the token that the sandbox gives. */
    void connect(Api api, String wabaId) {
        var body = "{\"waba_id\":\"%s\",\"access_token\":\"%s\"}".formatted(wabaId, credential("token"));
        api.post("/whatsapp/onboarding/manual", body).ok();
    }

    /** Uploads a document for a number, past any gateway; answers Meta's id of it. */
    String uploadDocument(String phoneNumberId) {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\napplication/pdf\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n\r\n--cut--\r\n";
        return Api.at(graphUrl() + "/v24.0", credential("token"))
                .with("Content-Type", "multipart/form-data; boundary=cut")
                .post("/" + phoneNumberId + "/media", body)
                .ok()
                .get("id")
                .asText();
    }

    /** How often each of our marks was accepted by Meta. */
    Map<String, Integer> ledger(String wabaId) {
        var posts = new HashMap<String, Integer>();
        for (var line : control.get("/ledger?waba=" + wabaId).text().split("\n")) {
            try {
                var entry = MAPPER.readTree(line);
                if (entry.hasNonNull("opaque")) {
                    posts.put(entry.get("opaque").asText(), entry.get("posts").asInt());
                }
            } catch (IOException noJson) {
                throw new IllegalStateException(line, noJson);
            }
        }
        return posts;
    }
}
