package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.dialog360.Told;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.webhooks.WebhookFormat;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every event in every format that webhooks have, each body checked against the schema of its format ({@code dialects/schemas}).
 * The formats are found among the beans and the events in docs/webhooks.md: a format without a schema fails here, and so does an
 * event of which nobody has said who is told of it.
 */
class WebhookTableTest {
    private static final Path SAMPLES = Path.of("../messaging-module/src/test/resources/webhook-samples");
    private static final Pattern OTHERS = Pattern.compile("(account|phone_number|message_template_(status|quality))_");
    /** In the place of an id. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\"<|-id\"");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Set<String> STEPS = Set.of(
            "message.sent",
            "message.delivered",
            "message.read",
            "message.failed",
            "message.expired",
            "message.cancelled");

    /** Which events the clients of a dialect are told of; all others they have no word for. */
    private static final Map<String, Set<String>> TOLD = Map.of(
            "meta",
            and(
                    STEPS,
                    "message.received",
                    "message.played",
                    "template.status",
                    "template.quality",
                    "template.category",
                    "number.quality",
                    "number.name",
                    "number.status",
                    "number.limit",
                    "account.update"),
            "dialog360",
            and(STEPS, "message.received", "message.played"),
            "dialog360-account",
            and(STEPS, "message.received", "message.played"),
            "dialog360-hub",
            Set.of("account.connected", "number.connected", "number.status", "account.update"),
            // The On-Premises API did not tell that a voice message was played.
            "dialog360-onprem",
            and(STEPS, "message.received"),
            "waabot",
            and(STEPS, "message.received", "message.accepted", "message.played", "number.status", "account.update"),
            "botmaker.messages-and-status",
            and(
                    STEPS,
                    "message.received",
                    "message.accepted",
                    "contact.opt_out",
                    "contact.opt_in",
                    "contact.variables",
                    "conversation.handover",
                    "conversation.returned",
                    "conversation.closed",
                    "request.result"),
            "botmaker.whatsapp-management",
            Set.of(
                    "template.status",
                    "template.quality",
                    "template.category",
                    "number.quality",
                    "number.name",
                    "number.status",
                    "number.limit",
                    "account.update"),
            "botmaker.async-results",
            Set.of("request.result"),
            Wording.OWN.format(),
            Happened.types());

    /** Asked for by a person, and worded the same for all endpoints, or by the dialect when it has words of its own. */
    private static final String TEST = "webhook.test";

    private final Cast cast = new Cast();
    private final Map<String, Voice> voices = voices(new Stage(cast.actors()).all(WebhookFormat.class));

    /** Tells an event as one kind of endpoint hears it. */
    private interface Voice {
        Optional<byte[]> body(EventView event);
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, Voice> voices(List<WebhookFormat> formats) {
        var voices = new TreeMap<String, Voice>();
        voices.put(Wording.OWN.format(), WebhookTableTest::own);
        for (var format : formats) {
            if (format.name().equals(Subscription.FORMAT)) {
                for (var kind : Kind.values()) {
                    var webhook = new UUID(0, kind.ordinal());
                    voices.put(format.name() + "." + kind.wireName(), event -> format.body(webhook, event));
                }
            } else {
                voices.put(format.name(), event -> format.body(new UUID(0, 0), event));
            }
        }
        return voices;
    }

    private static Optional<byte[]> own(EventView event) {
        try {
            return Optional.of(Json.mapper().writeValueAsBytes(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void eachFormatHasASchemaAndAListOfWhatItTells() {
        assertThat(voices.keySet()).containsExactlyInAnyOrderElementsOf(TOLD.keySet());
        assertThat(voices.keySet()).allSatisfy(name -> assertThat(schema(name)).isNotNull());
    }

    @Test
    void noEventIsForgotten() {
        var told = new HashMap<String, Set<String>>();
        voices.keySet().forEach(name -> told.put(name, new TreeSet<>()));
        for (var happened : Happened.all()) {
            tell(happened)
                    .forEach((name, body) -> told.get(name).add(happened.event().type()));
        }
        told.forEach((name, types) -> {
            var wanted = TOLD.get(name);
            assertThat(types.stream().filter(type -> !type.equals(TEST) || wanted.contains(TEST)))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(wanted);
        });
    }

    static List<Happened> happened() {
        return Happened.all().stream()
                .filter(one -> !one.event().type().equals(TEST))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("happened")
    void eachBodyIsAsItsFormatHasIt(Happened happened) {
        tell(happened).forEach((name, body) -> {
            assertThat(schema(name).validate(body)).as("%s: %s", name, body).isEmpty();
            assertTellsOfWhat(happened, name, body);
        });
    }

    /** A format may leave much away, but not which message it is, who it is with, and why it failed. */
    private static void assertTellsOfWhat(Happened happened, String name, JsonNode body) {
        var message = happened.message();
        if (message == null) {
            return;
        }
        var text = body.toString();
        assertThat(text).as(name).contains(message.peer());
        assertThat(text)
                .as(name)
                .satisfiesAnyOf(
                        told -> assertThat(told).contains(Told.ID.toString()),
                        told -> assertThat(told).contains(Told.WAMID),
                        told -> assertThat(told).contains(BotmakerId.of(Told.ID)));
        if (happened.event().type().equals("message.failed")) {
            assertThat(text).as(name).contains(Integer.toString(Happened.CODE));
        }
        if (happened.event().type().equals("message.received") && message.type().equals("text")) {
            assertThat(text).as(name).contains(Happened.WORDS);
        }
    }

    /** The schemas are ours; that Meta's own webhooks fit them says that they are not our misunderstanding. */
    @ParameterizedTest
    @ValueSource(strings = {"dialog360", "meta"})
    void metasOwnSamplesFitTheSchemasOfItsEnvelope(String format) throws IOException {
        var schema = schema(format);
        var samples = samples(format.equals("meta"));

        assertThat(samples).hasSizeGreaterThan(40);
        for (var sample : samples) {
            var body = Files.readString(sample);
            assertThat(schema.validate(MAPPER.readTree(body))).as("%s", sample).isEmpty();
        }
    }

    /**
     * Those of messages and of their statuses; neither those that somebody has made unreadable by placeholders, nor the one that
     * has an error of Meta's in the place of its message.
     *
     * @param others whether to take those of accounts, numbers and templates as well
     */
    private static List<Path> samples(boolean others) throws IOException {
        var samples = new ArrayList<Path>();
        try (var files = Files.walk(SAMPLES)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                var kind = SAMPLES.relativize(file).getName(0).toString();
                boolean isOurs = kind.startsWith("message.") && !kind.endsWith(".x")
                        || kind.startsWith("status.")
                        || others && OTHERS.matcher(kind).lookingAt();
                if (isOurs && !PLACEHOLDER.matcher(Files.readString(file)).find()) {
                    samples.add(file);
                }
            }
        }
        return samples;
    }

    private Map<String, JsonNode> tell(Happened happened) {
        if (happened.message() != null) {
            cast.isAbout(happened.message());
        }
        var told = new TreeMap<String, JsonNode>();
        voices.forEach((name, voice) -> voice.body(happened.event()).ifPresent(body -> told.put(name, tree(body))));
        return told;
    }

    private static JsonSchema schema(String name) {
        try (var in = WebhookTableTest.class.getResourceAsStream("/dialects/schemas/" + name + ".json")) {
            assertThat(in).as("the schema of the format " + name).isNotNull();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(MAPPER.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
