package org.chasqui.messaging.bots.rest;

import org.chasqui.messaging.bots.BotHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The hours of a bot. */
@Schema(name = "BotHours", description = "Hours of a day; over midnight when they end before they begin.")
public record HoursBody(
        @Schema(description = "`H:mm`, `HH:mm` or `always`.", example = "9:00") @Nullable
        String from,

        @Schema(description = "`H:mm`, `HH:mm` or `always`; that minute is not in it.", example = "17:30") @Nullable
        String to) {

    BotHours over(BotHours old) {
        return new BotHours(from == null ? old.from() : from, to == null ? old.to() : to);
    }

    static HoursBody of(BotHours hours) {
        return new HoursBody(hours.from(), hours.to());
    }
}
