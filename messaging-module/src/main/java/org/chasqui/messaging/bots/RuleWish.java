package org.chasqui.messaging.bots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it shall be. In a change, what is null stays; an empty title takes it away.
 *
 * @param keywords 1 to 100, each of 1 to 200 characters
 * @param actions 1 to 10
 * @param priority null in a new rule for one below all others
 */
public record RuleWish(
        @Nullable String title,
        @Nullable MatchKind match,
        @Nullable List<String> keywords,
        @Nullable List<BotAction> actions,
        @Nullable Integer priority,
        @Nullable Boolean active) {}
