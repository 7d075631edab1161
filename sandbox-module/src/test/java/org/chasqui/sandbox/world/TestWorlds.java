package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Worlds and requests for tests. */
final class TestWorlds {

    static final String TOKEN = "EAAtest";
    static final String WABA = "100000000000001";
    static final String STANDARD = "200000000000001";
    static final String HIGH = "200000000000002";

    private TestWorlds() {}

    static App app(String callback) {
        return new App("300000000000001", "app-secret", "verify", TOKEN, WABA, STANDARD, callback);
    }

    static World open(Path folder, String callback, Clock clock) throws IOException {
        return World.open(folder, app(callback), clock);
    }

    static String hello(String to, String opaque) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"biz_opaque_callback_data\":\"" + opaque
                + "\",\"type\":\"template\",\"template\":{\"name\":\"hello_chasqui\",\"language\":{\"code\":\"en_US\"},"
                + "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]}}";
    }

    static String text(String to) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"text\":{\"body\":\"hi\"}}";
    }

    static Sent send(World world, String number, String body) {
        return world.sending().send(TOKEN, number, body.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode answer(Sent sent) {
        JsonNode json = Json.read(sent.body());
        if (json == null) {
            throw new AssertionError("not JSON");
        }
        return json;
    }

    static int code(Sent sent) {
        return answer(sent).path("error").path("code").asInt();
    }
}
