package org.chasqui.messaging.bots.rest;

import java.time.Duration;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotGuards;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotMessages;
import org.chasqui.messaging.bots.BotSchedule;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotSwitches;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.BotZone;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /bots} and {@code PUT /bots/{id}}. */
@Schema(
        name = "BotWish",
        description = "A bot as it shall be. In a change, what is left out stays; an empty text takes it away.")
public record BotRequest(
        @Schema(description = "1 to 100 characters.", example = "Reception") @Nullable
        String name,

        @Schema(description = "rules, ai or webhook; each kind has rules, and they go first.", defaultValue = "rules")
        @Nullable
        String kind,

        @Schema(description = "Whether it works at all.", defaultValue = "true") @Nullable
        Boolean active,

        @Schema(
                description = "`+1`, `+05:30`, `UTC+1`, `GMT-3` or a name such as `Africa/Harare`.",
                defaultValue = "UTC")
        @Nullable
        String timezone,

        @Schema(description = "The language of days and months in what it says, such as `pt_BR`.", defaultValue = "en")
        @Nullable
        String language,

        @Schema(description = "On which days its hours begin; all of them when never set.") @Nullable
        DaysBody activeDays,

        @Schema(description = "In which hours it answers; always when never set.") @Nullable
        HoursBody activeHours,

        @Schema(description = "To who writes for the first time; spintax and placeholders.") @Nullable
        String welcomeMessage,

        @Schema(
                description = "To who wrote something that no rule matches.",
                example = "{Hi|Hello} [name] your message has no keyword here.")
        @Nullable
        String defaultMessage,

        @Schema(description = "Whether it is said.", defaultValue = "true") @Nullable
        Boolean defaultMessageEnabled,

        @Schema(description = "To who writes outside of its hours.") @Nullable
        String awayMessage,

        @Schema(description = "Whether it answers at all.", defaultValue = "true") @Nullable
        Boolean reply,

        @Schema(description = "Whether it answers in groups.", defaultValue = "false") @Nullable
        Boolean replyToGroups,

        @Schema(
                description =
                        "Whether it answers, when it is switched on or linked, what nobody has answered and may still"
                                + " be answered.",
                defaultValue = "false")
        @Nullable
        Boolean replyToUnread,

        @Schema(
                description = "Whether a conversation is handed over when somebody of yours writes in it.",
                defaultValue = "true")
        @Nullable
        Boolean yieldToPeople,

        @Schema(description = "How long it waits for a person to finish, 0 to 60.", defaultValue = "2") @Nullable
        Long debounceSeconds,

        @Schema(description = "How long the default message is not said again in a conversation.", defaultValue = "600")
        @Nullable
        Long defaultPauseSeconds,

        @Schema(description = "How long the away message is not said again in a conversation.", defaultValue = "21600")
        @Nullable
        Long awayPauseSeconds,

        @Schema(
                description = "How long a person has a conversation before it goes back; 0 for until it is given back.",
                defaultValue = "3600")
        @Nullable
        Long handoverSeconds,

        @Schema(
                description = "How often it answers in a conversation within `replies_within_seconds`.",
                defaultValue = "30")
        @Nullable
        Integer mostReplies,

        @Schema(description = "60 to 86400.", defaultValue = "3600") @Nullable
        Long repliesWithinSeconds,

        @Schema(description = "Its AI.") @Nullable AiBody ai,
        @Schema(description = "Its server.") @Nullable ExternalBody external) {

    BotWish wish(@Nullable BotView old, String by) {
        var settings = old == null ? BotSettings.DEFAULT : old.settings();
        return new BotWish(
                name,
                kind == null ? null : BotKind.parse(kind),
                active,
                over(settings),
                ai == null ? null : ai.over(old == null ? AiSettings.NONE : old.ai()),
                ai == null ? null : ai.key(),
                external == null ? null : external.over(old == null ? ExternalBotSettings.NONE : old.external()),
                external == null ? null : external.secret(),
                by);
    }

    private BotSettings over(BotSettings old) {
        return new BotSettings(
                language == null ? old.language() : language.strip(),
                schedule(old.schedule()),
                messages(old.messages()),
                switches(old.switches()),
                guards(old.guards()));
    }

    private BotSchedule schedule(BotSchedule old) {
        return new BotSchedule(
                timezone == null ? old.zone() : BotZone.parse(timezone),
                activeDays == null ? old.days() : activeDays.over(old.days()),
                activeHours == null ? old.hours() : activeHours.over(old.hours()));
    }

    private BotMessages messages(BotMessages old) {
        return new BotMessages(
                text(welcomeMessage, old.welcome()),
                text(defaultMessage, old.fallback()),
                orElse(defaultMessageEnabled, old.fallbackOn()),
                text(awayMessage, old.away()));
    }

    private BotSwitches switches(BotSwitches old) {
        return new BotSwitches(
                orElse(reply, old.reply()),
                orElse(replyToGroups, old.replyToGroups()),
                orElse(replyToUnread, old.replyToUnread()),
                orElse(yieldToPeople, old.yieldToPeople()));
    }

    private BotGuards guards(BotGuards old) {
        return new BotGuards(
                seconds(debounceSeconds, old.debounce()),
                seconds(defaultPauseSeconds, old.fallbackPause()),
                seconds(awayPauseSeconds, old.awayPause()),
                seconds(handoverSeconds, old.handover()),
                mostReplies == null ? old.mostReplies() : mostReplies,
                seconds(repliesWithinSeconds, old.repliesWithin()));
    }

    private static @Nullable String text(@Nullable String wanted, @Nullable String old) {
        if (wanted == null) {
            return old;
        }
        return wanted.isBlank() ? null : wanted;
    }

    private static boolean orElse(@Nullable Boolean wanted, boolean old) {
        return wanted == null ? old : wanted;
    }

    private static Duration seconds(@Nullable Long wanted, Duration old) {
        return wanted == null ? old : Duration.ofSeconds(wanted);
    }
}
