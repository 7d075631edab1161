package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.messaging.events.EventView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final String THEIRS = "theirs";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** Words a test apart, or with everything else; null for no words. */
    record Format(@Nullable String test, @Nullable String body) implements WebhookFormat {
        @Override
        public String name() {
            return THEIRS;
        }

        @Override
        public Optional<byte[]> testBody() {
            return bytes(test);
        }

        @Override
        public Optional<byte[]> body(UUID webhookId, EventView event) {
            return bytes(body);
        }

        private static Optional<byte[]> bytes(@Nullable String text) {
            return Optional.ofNullable(text).map(one -> one.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The bodies of a node that knows these formats. */
    static Bodies knowing(WebhookFormat... formats) {
        var bodies = new Bodies();
        bodies.formats = new Formats() {
            @Override
            Stream<WebhookFormat> all() {
                return Stream.of(formats);
            }
        };
        return bodies;
    }

    /** An endpoint that leads to the inspector. */
    static Endpoint endpoint(UUID id, UUID workspace, String format) {
        return new Endpoint(
                id,
                workspace,
                "http://localhost/inspector/1",
                true,
                List.of("*"),
                null,
                null,
                false,
                null,
                new Wording(format, null),
                "sealed",
                null,
                null,
                WebhookStatus.ACTIVE,
                null,
                NOW,
                NOW);
    }

    private static Endpoint endpoint(String format) {
        return endpoint(new UUID(2, 2), new UUID(3, 3), format);
    }

    private static EventView event(String type) {
        return new EventView(new UUID(1, 1), type, NOW, new UUID(3, 3), null, "{\"a\":1}");
    }

    private static @Nullable String told(Format format, String type) throws JsonProcessingException {
        return knowing(format)
                .of(endpoint(THEIRS), event(type))
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .orElse(null);
    }

    @Test
    void whoChoseNoLanguageGetsTheEventAsTheApiPrintsIt() throws JsonProcessingException {
        var body = knowing().of(endpoint(Wording.OWN.format()), event("message.read"));

        assertThat(new String(body.orElseThrow(), StandardCharsets.UTF_8))
                .contains("\"type\":\"message.read\"", "\"data\":{\"a\":1}");
    }

    @Test
    void whoSpeaksAnotherLanguageGetsThatOneAlone() throws JsonProcessingException {
        assertThat(told(new Format(null, "in their words"), "message.read")).isEqualTo("in their words");
        assertThat(told(new Format("a sample", null), "message.read"))
                .as("it has no words for that")
                .isNull();
    }

    @Test
    void aTestIsToldInTheWordsOfTheFormatOrInOurs() throws JsonProcessingException {
        assertThat(told(new Format("a sample", "anything"), "webhook.test")).isEqualTo("a sample");
        assertThat(told(new Format(null, "type: test"), "webhook.test")).isEqualTo("type: test");
        assertThat(told(new Format(null, null), "webhook.test"))
                .as("nobody is left without it")
                .contains("webhook.test");
    }

    @Test
    void aNodeThatDoesNotKnowTheLanguageFails() {
        assertThatThrownBy(() -> knowing().of(endpoint(THEIRS), event("message.read")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(THEIRS);
    }
}
