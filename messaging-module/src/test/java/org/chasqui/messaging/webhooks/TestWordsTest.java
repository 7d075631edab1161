package org.chasqui.messaging.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.events.EventView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an endpoint is told that somebody tests. */
class TestWordsTest {
    private static final UUID WEBHOOK = new UUID(2, 2);
    private static final EventView TEST = new EventView(
            new UUID(1, 1), "webhook.test", Instant.parse("2026-11-22T10:00:00Z"), new UUID(3, 3), null, "{}");

    /** Words its test apart, or with everything else; null for no words. */
    private record Format(@Nullable String test, @Nullable String body) implements WebhookFormat {
        @Override
        public String name() {
            return "theirs";
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

    private static String told(Format format) throws JsonProcessingException {
        return new String(Sending.worded(format, WEBHOOK, TEST).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void aFormatTellsItInItsOwnWords() throws JsonProcessingException {
        assertThat(told(new Format("a sample", "anything"))).isEqualTo("a sample");
        assertThat(told(new Format(null, "type: test"))).isEqualTo("type: test");
    }

    @Test
    void nobodyIsLeftWithoutIt() throws JsonProcessingException {
        assertThat(told(new Format(null, null))).contains("webhook.test");
    }
}
