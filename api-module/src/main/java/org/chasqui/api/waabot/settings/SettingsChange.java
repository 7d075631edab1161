package org.chasqui.api.waabot.settings;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.instances.InstanceBots.Behaviour;
import org.chasqui.messaging.bots.BotHours;
import org.chasqui.messaging.bots.BotMessages;
import org.chasqui.messaging.bots.BotSchedule;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotSwitches;
import org.chasqui.messaging.bots.BotZone;
import org.chasqui.platform.failure.RequestFailed;

/**
 * What the arguments of a PUT make of the behaviour of an instance. What they do not name stays as it is: the seed sends whole
 * groups, the SDK of Waabot a single switch.
 */
final class SettingsChange {
    private static final int LONGEST_LANGUAGE = 35;
    private static final Set<String> SWITCH = Set.of("true", "false");

    private SettingsChange() {}

    /** {@code bot_name, bot_timezone, bot_lang, default_msg}. */
    static Behaviour general(Behaviour old, Arguments given) {
        var settings = old.settings();
        var zone = given.text("bot_timezone")
                .map(text -> called("bot_timezone", () -> BotZone.parse(text)))
                .orElse(settings.schedule().zone());
        settings = settings.withSchedule(new BotSchedule(
                zone, settings.schedule().days(), settings.schedule().hours()));
        settings = settings.withLanguage(
                given.text("bot_lang").map(SettingsChange::language).orElse(settings.language()));
        return new Behaviour(
                given.text("bot_name").map(String::strip).orElse(old.name()),
                settings.withMessages(defaultMessage(settings.messages(), given)));
    }

    /** The seed sends a switch under this name and shows a text under it: either is taken for what it is. */
    private static BotMessages defaultMessage(BotMessages old, Arguments given) {
        var text = given.text("default_msg");
        boolean isSwitch = text.filter(word -> SWITCH.contains(word.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
        if (isSwitch) {
            return withFallback(
                    old,
                    Optional.ofNullable(old.fallback()),
                    given.flag("default_msg").orElse(true));
        }
        return text.isEmpty() ? old : withFallback(old, text, old.fallbackOn());
    }

    private static BotMessages withFallback(BotMessages old, Optional<String> text, boolean on) {
        return new BotMessages(old.welcome(), text.orElse(null), on, old.away());
    }

    private static String language(String text) {
        if (text.length() > LONGEST_LANGUAGE) {
            throw RequestFailed.invalid(
                    "bot_lang", "must be a language such as en, of " + LONGEST_LANGUAGE + " characters at most.");
        }
        return text.strip();
    }

    /** The switches that a bot has; {@code multi_device} and {@code send_webhook} are the instance's own. */
    static Behaviour actions(Behaviour old, Arguments given) {
        var settings = old.settings();
        var switches = settings.switches();
        boolean says = given.flag("send_default_msg").orElse(settings.messages().fallbackOn());
        return new Behaviour(
                old.name(),
                settings.withMessages(withFallback(
                                settings.messages(),
                                Optional.ofNullable(settings.messages().fallback()),
                                says))
                        .withSwitches(new BotSwitches(
                                given.flag("reply_msgs").orElse(switches.reply()),
                                given.flag("reply_group_msgs").orElse(switches.replyToGroups()),
                                given.flag("reply_unread_msgs").orElse(switches.replyToUnread()),
                                switches.yieldToPeople())));
    }

    /** {@code monday} to {@code sunday}. */
    static Behaviour days(Behaviour old, Arguments given) {
        var schedule = old.settings().schedule();
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (given.flag(day.name().toLowerCase(Locale.ROOT))
                    .orElse(schedule.days().contains(day))) {
                days.add(day);
            }
        }
        return at(old, new BotSchedule(schedule.zone(), days, schedule.hours()));
    }

    /** {@code from} and {@code to}. */
    static Behaviour hours(Behaviour old, Arguments given) {
        var schedule = old.settings().schedule();
        var from = given.text("from").orElse(schedule.hours().from());
        var to = given.text("to").orElse(schedule.hours().to());
        var hours = called("from", () -> new BotHours(from, schedule.hours().to()));
        return at(
                old,
                new BotSchedule(schedule.zone(), schedule.days(), called("to", () -> new BotHours(hours.from(), to))));
    }

    private static Behaviour at(Behaviour old, BotSchedule schedule) {
        BotSettings settings = old.settings().withSchedule(schedule);
        return new Behaviour(old.name(), settings);
    }

    /** What the bot refuses under its own name for a field, in the name that this client knows. */
    private static <T> T called(String field, Supplier<T> read) {
        try {
            return read.get();
        } catch (RequestFailed failed) {
            throw failed.fields().isEmpty()
                    ? failed
                    : RequestFailed.invalid(field, failed.fields().get(0).message());
        }
    }
}
