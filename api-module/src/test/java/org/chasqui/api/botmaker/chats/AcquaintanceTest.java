package org.chasqui.api.botmaker.chats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.messaging.contacts.ContactView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcquaintanceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static ContactView person() {
        var attributes =
                JsonNodeFactory.instance.objectNode().put("name", "Ana").put("size", 42);
        return new ContactView(
                new UUID(1, 1),
                new UUID(2, 2),
                "14155550123",
                null,
                null,
                null,
                null,
                null,
                attributes,
                List.of(),
                List.of(),
                NOW,
                NOW);
    }

    private static Variables said(Map<String, @Nullable String> variables) {
        return new Variables(variables, List.of(), List.of());
    }

    @Test
    void whatIsKnownOfAPersonCountsAndWhatIsSaidNowWins() {
        var variables = new LinkedHashMap<String, @Nullable String>();
        variables.put("name", "Rosa");
        variables.put("gone", null);
        var ana = new Acquaintance(said(variables), () -> Optional.of(person()));

        assertThat(ana.value("name")).isEqualTo("Rosa");
        assertThat(ana.value("size")).isEqualTo("42");
        assertThat(ana.value("gone")).isNull();
        assertThat(ana.language()).isNull();
    }

    @Test
    void nobodyKnowsAnythingOfAStranger() {
        var stranger = new Acquaintance(said(Map.of("1", "Ana")), Optional::empty);

        assertThat(stranger.value("1")).isEqualTo("Ana");
        assertThat(stranger.value("2")).isNull();
        assertThat(stranger.language()).isNull();
    }

    @Test
    void heIsLookedUpOnceAndOnlyWhenThatIsNeeded() {
        var looks = new AtomicInteger();
        var ana = new Acquaintance(said(Map.of("1", "Ana")), () -> {
            looks.incrementAndGet();
            return Optional.of(person());
        });

        assertThat(ana.value("1")).isEqualTo("Ana");
        assertThat(looks).hasValue(0);
        assertThat(ana.value("size")).isEqualTo("42");
        assertThat(ana.view()).contains(person());
        assertThat(looks).hasValue(1);
    }
}
