package org.chasqui.api.botmaker.intents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.messaging.contacts.ContactView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TriggerTest {
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

    @Test
    void whatIsKnownOfAPersonFillsATemplateAndWhatIsSaidNowWins() {
        var said = new LinkedHashMap<String, @Nullable String>();
        said.put("name", "Rosa");
        said.put("gone", null);

        assertThat(Trigger.values(person(), new Variables(said, List.of(), List.of())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("name", "Rosa", "size", "42"));
    }

    @Test
    void nobodyKnowsAnythingOfAStranger() {
        assertThat(Trigger.values(null, new Variables(Map.of("1", "Ana"), List.of(), List.of())))
                .containsExactlyEntriesOf(Map.of("1", "Ana"));
    }
}
