package org.chasqui.messaging.bots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a bot: keywords, and what is done about them.
 *
 * @param title what people call it; null for none
 * @param match how keywords are looked for
 * @param keywords one of them is enough
 * @param actions in their order
 * @param priority the higher one goes first; of two alike the older one
 * @param hits how often it has decided an answer
 * @param lastHitAt when last; null for never
 */
public record RuleView(
        UUID id,
        UUID botId,
        @Nullable String title,
        MatchKind match,
        List<String> keywords,
        List<BotAction> actions,
        int priority,
        boolean active,
        long hits,
        @Nullable Instant lastHitAt,
        Instant createdAt,
        Instant updatedAt) {}
