package org.chasqui.web.bots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.web.text.Texts;

/** How a bot behaves, in sentences. */
final class PlainSettings {
    private static final Texts TEXTS = Texts.of("bots");

    private PlainSettings() {}

    static List<PlainLine> of(BotSettings settings) {
        var guards = settings.guards();
        var switches = settings.switches();
        var lines = new ArrayList<PlainLine>();
        lines.add(new PlainLine(
                "hand",
                guards.handover().isZero()
                        ? TEXTS.get("plain.handover.open")
                        : TEXTS.get("plain.handover", time(guards.handover()))));
        lines.add(
                new PlainLine("user-round", TEXTS.get(switches.yieldToPeople() ? "plain.yields" : "plain.yields.not")));
        lines.add(new PlainLine(
                "clock",
                guards.debounce().isZero()
                        ? TEXTS.get("plain.debounce.none")
                        : TEXTS.get("plain.debounce", time(guards.debounce()))));
        lines.add(new PlainLine(
                "shield-check", TEXTS.get("plain.most", guards.mostReplies(), time(guards.repliesWithin()))));
        lines.add(new PlainLine(
                "rotate-ccw", TEXTS.get("plain.repeats", time(guards.fallbackPause()), time(guards.awayPause()))));
        if (switches.replyToUnread()) {
            lines.add(new PlainLine("inbox", TEXTS.get("plain.unread")));
        }
        if (switches.replyToGroups()) {
            lines.add(new PlainLine("users-round", TEXTS.get("plain.groups")));
        }
        return lines;
    }

    /** A duration as people say it, without parts that are nothing. */
    static String time(Duration time) {
        if (time.isZero()) {
            return TEXTS.get("time.none");
        }
        if (time.toSecondsPart() != 0 || time.toMinutes() == 0) {
            return TEXTS.get("time.seconds", time.toSeconds());
        }
        if (time.toMinutesPart() != 0 || time.toHours() == 0) {
            return TEXTS.get("time.minutes", time.toMinutes());
        }
        return time.toHoursPart() != 0 || time.toDays() == 0
                ? TEXTS.get("time.hours", time.toHours())
                : TEXTS.get("time.days", time.toDays());
    }
}
