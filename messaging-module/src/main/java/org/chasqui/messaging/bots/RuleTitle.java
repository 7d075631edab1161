package org.chasqui.messaging.bots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is called.
 *
 * @param title null when nobody has named it
 */
public record RuleTitle(UUID botId, UUID ruleId, @Nullable String title) {}
