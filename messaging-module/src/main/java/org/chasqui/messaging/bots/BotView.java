package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.UUID;

/**
 * A bot as it is set.
 *
 * @param id our id
 * @param workspaceId owner
 * @param name what people call it
 * @param kind where its answers come from
 * @param active whether it works at all
 * @param settings how it behaves
 * @param ai its AI; {@link AiSettings#NONE} when nothing is configured, and kept when it is of another kind
 * @param hasAiKey whether a key of the AI is kept
 * @param external its server; {@link ExternalBotSettings#NONE} when nothing is configured
 */
public record BotView(
        UUID id,
        UUID workspaceId,
        String name,
        BotKind kind,
        boolean active,
        BotSettings settings,
        AiSettings ai,
        boolean hasAiKey,
        ExternalBotSettings external,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether it may answer anything. */
    public boolean isAnswering() {
        return active && settings.switches().reply();
    }
}
