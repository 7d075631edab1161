package org.chasqui.platform.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number has got a bot, has lost it, or it may answer by itself from now on or not; fired in the transaction of the change.
 *
 * @param botId the bot that answers now; null when none does
 */
public record NumberBotChanged(
        SenderNumber number, @Nullable UUID botId) {}
