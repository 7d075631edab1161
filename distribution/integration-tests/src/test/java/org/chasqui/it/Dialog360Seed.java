package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The examples of seeds 000 and 003 as they stand there; only what they leave open in braces and capitals is put in. */
final class Dialog360Seed {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, String> examples = new HashMap<>();

    Dialog360Seed() {
        try (var in = Dialog360Seed.class.getResourceAsStream("/dialog360-seed.txt")) {
            for (var block : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n== ")) {
                int end = block.indexOf('\n');
                if (end > 0) {
                    examples.put(block.substring(0, end), block.substring(end + 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A body for a person. */
    String messageTo(String item, String person) {
        return example(item).replace("whatsapp-id", person).replace("PHONE_NUMBER", person);
    }

    /** A body that sets a callback. */
    String callback(String item, String url, String token) {
        return example(item).replace("{{your-callback-url}}", url).replace("{{token}}", token);
    }

    /** Runs the curl line of the seed with a body, by a shell and a real curl. */
    JsonNode curl(String item, String baseUrl, String key, String body) throws Exception {
        var line = example(item).strip().replace("{{your-api-key}}", key).replace("https://{{base-url}}", baseUrl)
                + " -s --data-binary @-";
        var shell = new ProcessBuilder("sh", "-c", line).start();
        try (var out = shell.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        var text = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return MAPPER.readTree(text);
    }

    private String example(String item) {
        var example = examples.get(item);
        assertThat(example).as("no example " + item).isNotNull();
        return example;
    }
}
