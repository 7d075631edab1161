package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.content.MessageContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type of message through every dialect, in one table ({@code dialects/messages.json}): each way to say it becomes the same
 * message of the Cloud API, or the dialect has no word for it, which is listed here. {@code DialectTableIT} sends the same table
 * through the running product.
 */
class MessageTableTest {
    /** What a dialect cannot say. Whoever finds a word for it takes the line away. */
    private static final Set<String> NO_WORD = Set.of(
            "reaction through waabot", "interactive question for a place through waabot", "template through waabot");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode TABLE = table();

    private final Cast cast = new Cast();
    private final List<Dialect> dialects = new Stage(cast.actors()).all(Dialect.class);

    private static JsonNode table() {
        try (var in = MessageTableTest.class.getResourceAsStream("/dialects/messages.json")) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theTableHasEachTypeOfMessageAndEachDialect() {
        var types = new TreeSet<String>();
        TABLE.forEach(row -> types.add(row.get("type").asText()));
        assertThat(types).containsExactlyInAnyOrderElementsOf(MessageContent.TYPES);

        var ways = Arrays.stream(Way.values()).map(Way::wireName).toList();
        assertThat(TABLE)
                .allSatisfy(row -> assertThat(names(row.get("ways")))
                        .as(row.get("row").asText())
                        .containsExactlyInAnyOrderElementsOf(ways));
        assertThat(dialects.stream().map(dialect -> dialect.getClass().getSimpleName()))
                .as("a dialect that is new sends messages by a way, or is silent")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(Way.values()).map(Way::dialect), Way.SILENT.stream())
                                .distinct()
                                .toList());
    }

    @Test
    void whatADialectHasNoWordForIsKnown() {
        var absent = new TreeSet<String>();
        TABLE.forEach(row -> row.get("ways").properties().stream()
                .filter(way -> way.getValue().has("absent"))
                .forEach(way -> absent.add(row.get("row").asText() + " through " + way.getKey())));

        assertThat(absent).containsExactlyInAnyOrderElementsOf(NO_WORD);
    }

    static Stream<Arguments> cells() {
        var cells = new ArrayList<Arguments>();
        for (var row : TABLE) {
            row.get("ways").properties().stream()
                    .filter(way -> !way.getValue().has("absent"))
                    .forEach(way -> cells.add(
                            Arguments.of(row.get("row").asText(), Way.of(way.getKey()), row, way.getValue())));
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} through {1}")
    @MethodSource("cells")
    void becomesTheSameMessage(String name, Way way, JsonNode row, JsonNode said) {
        var answer = way.exchange()
                .post(dialects, said.get("at").asText().replace("{number}", Cast.NUMBER), filled(said.get("body")));

        assertThat(answer.isPassedOn()).as("claimed by the dialect").isFalse();
        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 202);
        var sent = cast.takeSent();
        assertThat(sent).hasSize(1);
        var message = sent.get(0);
        assertThat(message.type()).isEqualTo(row.get("type").asText());
        assertThat(message.to().replace("+", "")).isEqualTo(Cast.PERSON);
        var wanted = said.has("becomes") ? said.get("becomes") : row.get("canonical");
        assertThat(again(message.content())).isEqualTo(filled(wanted));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode filled(JsonNode given) {
        return tree(given.toString()
                .replace("{to}", Cast.PERSON)
                .replace("{number}", Cast.NUMBER)
                .replace("{channel}", Cast.CHANNEL)
                .replace("{wamid}", Told.WAMID));
    }

    /** As it is printed: trees tell 1.5 as a decimal from 1.5 as a double. */
    private static JsonNode again(JsonNode content) {
        return tree(content.toString());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
