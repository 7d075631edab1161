package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.bots.BotView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bot as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Bot", description = "Who answers people by itself.")
public record BotResponse(
        @Schema(description = "Our id.") UUID id,
        @Schema(description = "What people call it.") String name,
        @Schema(description = "rules, ai or webhook") String kind,
        @Schema(description = "Whether it works at all.") boolean active,

        @Schema(description = "Meta's ids of the numbers that it answers on.")
        List<String> phoneNumberIds,

        @Schema(description = "Its time zone, as you wrote it.")
        String timezone,

        @Schema(description = "The language it speaks.") String language,

        @Schema(description = "On which days its hours begin.")
        DaysBody activeDays,

        @Schema(description = "In which hours it answers.") HoursBody activeHours,

        @Schema(description = "To who writes for the first time.") @Nullable
        String welcomeMessage,

        @Schema(description = "To who wrote something that no rule matches.") @Nullable
        String defaultMessage,

        @Schema(description = "Whether that is said.") boolean defaultMessageEnabled,

        @Schema(description = "To who writes outside of its hours.") @Nullable
        String awayMessage,

        @Schema(description = "Whether it answers at all.") boolean reply,

        @Schema(description = "Whether it answers in groups.")
        boolean replyToGroups,

        @Schema(description = "Whether it also answers what came before it was switched on.")
        boolean replyToUnread,

        @Schema(description = "Whether it leaves a conversation to somebody of yours who writes in it.")
        boolean yieldToPeople,

        @Schema(description = "How long it waits for a person to finish.")
        long debounceSeconds,

        @Schema(description = "How long the default message is not said again.")
        long defaultPauseSeconds,

        @Schema(description = "How long the away message is not said again.")
        long awayPauseSeconds,

        @Schema(description = "How long a person has a conversation; 0 for until it is given back.")
        long handoverSeconds,

        @Schema(description = "How often it answers in a conversation within `replies_within_seconds`.")
        int mostReplies,

        @Schema(description = "Within how many seconds.") long repliesWithinSeconds,
        @Schema(description = "Its AI.") AiBody ai,
        @Schema(description = "Its server.") ExternalBody external,

        @Schema(description = "What its AI or its server lacks, in a sentence; absent when nothing.") @Nullable
        String missing,

        @Schema(description = "When it was made.") Instant createdAt,
        @Schema(description = "When it was last changed.") Instant updatedAt) {

    static BotResponse of(
            BotView bot, List<String> phoneNumberIds, @Nullable String missing, @Nullable String newSecret) {
        var settings = bot.settings();
        var messages = settings.messages();
        var switches = settings.switches();
        var guards = settings.guards();
        return new BotResponse(
                bot.id(),
                bot.name(),
                bot.kind().wireName(),
                bot.active(),
                phoneNumberIds,
                settings.schedule().zone().text(),
                settings.language(),
                DaysBody.of(settings.schedule().days()),
                HoursBody.of(settings.schedule().hours()),
                messages.welcome(),
                messages.fallback(),
                messages.fallbackOn(),
                messages.away(),
                switches.reply(),
                switches.replyToGroups(),
                switches.replyToUnread(),
                switches.yieldToPeople(),
                guards.debounce().toSeconds(),
                guards.fallbackPause().toSeconds(),
                guards.awayPause().toSeconds(),
                guards.handover().toSeconds(),
                guards.mostReplies(),
                guards.repliesWithin().toSeconds(),
                AiBody.of(bot),
                ExternalBody.of(bot.external(), newSecret),
                missing,
                bot.createdAt(),
                bot.updatedAt());
    }
}
