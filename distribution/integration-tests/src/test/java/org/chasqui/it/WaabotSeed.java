package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The curl lines of seed 001 as they stand there, run by a shell and a real curl: its headers, its idea of a content type,
 * its way with quotes. Only the host, ids, people and files are put in.
 */
final class WaabotSeed {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MARK = "\nHTTP ";

    private final Map<String, String> curls = new TreeMap<>();
    private final Map<String, JsonNode> documented = new HashMap<>();
    private final Map<String, String> replaced = new HashMap<>();
    private final String base;
    private final String bearer;

    WaabotSeed(String base, String bearer) {
        this.base = base;
        this.bearer = bearer;
        try (var in = WaabotSeed.class.getResourceAsStream("/waabot-seed.txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var block : text.split("\n== ")) {
                if (block.startsWith("S1-")) {
                    take(block);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void take(String block) throws IOException {
        int end = block.indexOf('\n');
        var item = block.substring(0, end);
        var parts = block.substring(end + 1).split("-- answers\n");
        curls.put(item, parts[0].strip());
        if (parts.length > 1) {
            documented.put(item, MAPPER.readTree(parts[1]));
        }
    }

    /** What came back. */
    record Answer(int status, JsonNode json, String text) {
        JsonNode ok() {
            assertThat(status).as(text).isEqualTo(200);
            assertThat(json.path("status").asBoolean()).as(text).isTrue();
            return json.path("data");
        }
    }

    Set<String> items() {
        return curls.keySet();
    }

    /** Puts something in for something that the seed leaves open, in every line from now on. */
    WaabotSeed with(String seeds, String ours) {
        replaced.put(seeds, ours);
        return this;
    }

    /** The answer that the seed shows. */
    JsonNode documented(String item) {
        return documented.get(item);
    }

    /** Runs the line of an item. */
    Answer run(String item) {
        return shell(line(item) + " --header 'Authorization: Bearer " + bearer + "'");
    }

    /** Runs the line of an item just as it stands there, where the bearer is not shown. */
    Answer runWithoutBearer(String item) {
        return shell(line(item));
    }

    private String line(String item) {
        var line = curls.get(item);
        for (var one : replaced.entrySet()) {
            line = line.replace(one.getKey(), one.getValue());
        }
        return line.replaceAll("'(/whatsapp[^']*)'", "'" + base + "$1'");
    }

    private static Answer shell(String line) {
        // Four seconds are what clients of Waabot wait for an answer; on a busy machine a test must wait for longer.
        var command =
                List.of("sh", "-c", line + " --silent --show-error --max-time 60 --write-out '\\nHTTP %{http_code}'");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            int mark = output.lastIndexOf(MARK);
            assertThat(mark).as(line + "\n" + output).isNotNegative();
            var body = output.substring(0, mark);
            var json = body.startsWith("{") ? MAPPER.readTree(body) : MAPPER.missingNode();
            return new Answer(
                    Integer.parseInt(output.substring(mark + MARK.length()).strip()), json, body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(line, unreadable);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Compares field by field: whatever the seed shows is there, and of the same type.
     *
     * @param leftOut names of fields that do not exist on the official API
     */
    static void assertHasTheShapeOf(JsonNode shown, JsonNode actual, String... leftOut) {
        compare("", shown, actual, Set.copyOf(Arrays.asList(leftOut)));
    }

    private static void compare(String path, JsonNode shown, JsonNode actual, Set<String> leftOut) {
        assertThat(actual.getNodeType()).as("type of " + path).isEqualTo(shown.getNodeType());
        if (shown.isObject()) {
            shown.properties().forEach(member -> {
                var name = member.getKey();
                if (leftOut.contains(name)) {
                    assertThat(actual.has(name))
                            .as(path + "." + name + " is pretended")
                            .isFalse();
                } else {
                    assertThat(actual.has(name))
                            .as("has " + path + "." + name + ": " + actual)
                            .isTrue();
                    compare(path + "." + name, member.getValue(), actual.get(name), leftOut);
                }
            });
        } else if (shown.isArray() && !shown.isEmpty()) {
            assertThat(actual).as(path).isNotEmpty();
            compare(path + "[0]", shown.get(0), actual.get(0), leftOut);
        }
    }
}
