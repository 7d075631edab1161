package org.chasqui.messaging.bots;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a bot does about what a person wrote: in earnest and in the test console alike. Depends on nothing but the
 * {@link Situation}: guards, then words that opt out, hours, the welcome, rules, who else may be asked, and the fallback.
 */
final class Judge {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Judge() {}

    /** A rule that matched, and by which keyword. */
    private record Hit(RuleView rule, String keyword) {}

    /** Decides, as far as that goes without asking anybody. */
    static Verdict judge(Situation here) {
        var verdicts = new ArrayList<Trace.RuleVerdict>();
        var hit = firstHit(here, verdicts);
        var trace = trace(here, verdicts);
        var silence = Guards.silence(here);
        if (silence.isPresent()) {
            return Verdict.silent(silence.get().reason(), silence.get().detail(), trace);
        }
        if (here.stops() && hit.isEmpty()) {
            return Verdict.silent(Reason.OPTED_OUT, "It opts out of marketing, which only a rule answers.", trace);
        }
        if (!trace.withinHours()) {
            return away(here, trace);
        }
        var welcome = welcome(here);
        if (hit.isPresent()) {
            var rule = hit.get().rule();
            return Verdict.of(Reason.RULE, rule.id(), joined(welcome, rule.actions()), !welcome.isEmpty(), trace);
        }
        if (here.bot().kind() != BotKind.RULES && here.noSource() == null) {
            return Verdict.asking(here.bot().kind() == BotKind.AI ? Reason.AI : Reason.EXTERNAL, welcome, trace);
        }
        return welcome.isEmpty() ? fallback(here, trace) : Verdict.of(Reason.WELCOME, null, welcome, true, trace);
    }

    /** Decides with the answer of who was asked. */
    static Verdict judge(Situation here, Verdict asking, Answer answer) {
        var trace = asking.trace().withSource(told(answer));
        var before = asking.actions();
        var kind = asking.reason();
        if (answer instanceof Answer.Replies said) {
            return Verdict.of(kind, null, joined(before, sends(said.replies())), asking.welcomes(), trace);
        }
        if (answer instanceof Answer.HandOver handOver) {
            var actions = joined(before, sends(handOver.replies()));
            actions.add(new BotAction.HandOver(null, handOver.note()));
            return Verdict.of(kind, null, actions, asking.welcomes(), trace);
        }
        if (answer instanceof Answer.Nothing nothing) {
            return before.isEmpty()
                    ? Verdict.silent(Reason.SOURCE_SILENT, nothing.why(), trace)
                    : Verdict.of(Reason.WELCOME, null, before, true, trace);
        }
        return failed(here, asking, trace, ((Answer.Failed) answer).why());
    }

    /** Nobody is left with nonsense: the fallback is said, or a person has to answer. */
    private static Verdict failed(Situation here, Verdict asking, Trace trace, String why) {
        var bot = here.bot();
        boolean fallsBack = bot.kind() == BotKind.AI
                ? bot.ai().fallBackToRules()
                : bot.external().fallBackToRules();
        var actions = new ArrayList<>(asking.actions());
        if (!fallsBack) {
            actions.add(new BotAction.HandOver(null, null));
        } else if (actions.isEmpty()) {
            actions.addAll(fallback(here, trace).actions());
        }
        return Verdict.of(Reason.SOURCE_FAILED, null, actions, asking.welcomes(), trace)
                .with(Reason.SOURCE_FAILED, why);
    }

    private static Optional<Hit> firstHit(Situation here, List<Trace.RuleVerdict> verdicts) {
        var said = Said.by(here.inbound());
        Hit first = null;
        for (var compiled : here.rules()) {
            var rule = compiled.rule();
            var keyword = compiled.find(said).orElse(null);
            verdicts.add(new Trace.RuleVerdict(
                    rule.id(), rule.title(), keyword != null, keyword, why(rule, keyword, said.isEmpty(), first)));
            if (keyword != null && rule.active() && first == null) {
                first = new Hit(rule, keyword);
            }
        }
        return Optional.ofNullable(first);
    }

    private static String why(RuleView rule, @Nullable String keyword, boolean nothingSaid, @Nullable Hit first) {
        if (!rule.active()) {
            return "The rule is switched off.";
        }
        if (nothingSaid) {
            return "The message has no words.";
        }
        if (keyword == null) {
            return rule.keywords().size() == 1
                    ? "Its keyword is not found."
                    : "None of its " + rule.keywords().size() + " keywords is found.";
        }
        if (first != null) {
            return "It matches, too, but a rule above goes first.";
        }
        return switch (rule.match()) {
            case EXACT -> "The message is this keyword.";
            case CONTAINS -> "The message has this keyword.";
            case REGEX -> "The expression finds something.";
        };
    }

    private static Trace trace(Situation here, List<Trace.RuleVerdict> verdicts) {
        var schedule = here.bot().settings().schedule();
        boolean within = schedule.isActiveAt(here.now());
        var handling = here.state().handling(here.bot().id(), here.bot().isAnswering(), here.now());
        var source = here.bot().kind() == BotKind.RULES ? null : here.noSource();
        return new Trace(hours(schedule, here.now(), within), within, handling.by(), verdicts, source);
    }

    private static String hours(BotSchedule schedule, Instant now, boolean within) {
        var local = now.atZone(schedule.zone().zone());
        var hours = schedule.hours().isWholeDay()
                ? "the whole day"
                : TIME.format(schedule.hours().begin()) + "–"
                        + TIME.format(schedule.hours().end());
        return local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + TIME.format(local) + " in "
                + schedule.zone().text() + ": " + (within ? "within " : "outside of ") + hours
                + (schedule.days().size() == 7 ? "" : " on the days that are chosen");
    }

    private static List<BotAction> welcome(Situation here) {
        var text = here.bot().settings().messages().welcome();
        boolean due = here.firstContact() && here.state().welcomedAt == null;
        return text != null && due ? List.of(new BotAction.Say(text)) : List.of();
    }

    private static Verdict away(Situation here, Trace trace) {
        var text = here.bot().settings().messages().away();
        if (text == null) {
            return Verdict.silent(Reason.OUTSIDE_HOURS, null, trace);
        }
        if (isPaused(here.state().awayAt, here.bot().settings().guards().awayPause(), here.now())) {
            return Verdict.silent(
                    Reason.OUTSIDE_HOURS, "The away message was said at " + here.state().awayAt + " already.", trace);
        }
        return Verdict.of(Reason.AWAY_MESSAGE, null, List.of(new BotAction.Say(text)), false, trace);
    }

    private static Verdict fallback(Situation here, Trace trace) {
        var messages = here.bot().settings().messages();
        var text = messages.fallback();
        if (text == null || !messages.fallbackOn()) {
            return Verdict.silent(Reason.NO_RULE, "No rule matches, and there is no default message.", trace);
        }
        if (isPaused(here.state().fallbackAt, here.bot().settings().guards().fallbackPause(), here.now())) {
            return Verdict.silent(
                    Reason.DEFAULT_PAUSED,
                    "The default message was said at " + here.state().fallbackAt + " already.",
                    trace);
        }
        return Verdict.of(Reason.DEFAULT_MESSAGE, null, List.of(new BotAction.Say(text)), false, trace);
    }

    private static boolean isPaused(@Nullable Instant last, Duration pause, Instant now) {
        return last != null && now.isBefore(last.plus(pause));
    }

    private static List<BotAction> joined(List<? extends BotAction> first, List<? extends BotAction> second) {
        var joined = new ArrayList<BotAction>(first);
        joined.addAll(second);
        return joined;
    }

    /** What a source says is said as it is: braces and brackets of an AI mean nothing. */
    private static List<BotAction> sends(List<Reply> replies) {
        return replies.stream()
                .<BotAction>map(reply -> new BotAction.Ready(reply))
                .toList();
    }

    private static String told(Answer answer) {
        var tokens = answer.usage().tokensIn() + answer.usage().tokensOut();
        var cost = tokens == 0 ? "" : " (" + tokens + " tokens)";
        if (answer instanceof Answer.Replies replies) {
            return "It answered with " + replies.replies().size() + " messages" + cost + ".";
        }
        if (answer instanceof Answer.HandOver) {
            return "It wants a person to answer" + cost + ".";
        }
        if (answer instanceof Answer.Nothing nothing) {
            return nothing.why();
        }
        return ((Answer.Failed) answer).why();
    }
}
