package org.chasqui.messaging.bots;

import org.jspecify.annotations.Nullable;

/**
 * A bot as the database keeps it.
 *
 * @param aiKey sealed; null when none is kept
 * @param externalSecret sealed; null when it has never had a server
 */
record BotRow(
        BotView view, @Nullable String aiKey, @Nullable String externalSecret) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "BotRow[" + view.id() + "]";
    }
}
