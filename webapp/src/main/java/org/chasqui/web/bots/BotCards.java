package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.bots.AnswerSource;
import org.chasqui.messaging.bots.BotFigures;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotUsage;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Gathers what the pages say of bots: figures, numbers, and what somebody should look at. */
@RequestScoped
class BotCards {
    private static final Texts TEXTS = Texts.of("bots");

    @Inject
    CurrentUser me;

    @Inject
    PhoneNumbers phoneNumbers;

    @Inject
    BotFigures figures;

    @Inject
    BotRules rules;

    @Inject
    BotUsage usage;

    @Inject
    @Any
    Instance<AnswerSource> sources;

    @Inject
    Formats formats;

    @Inject
    Clock clock;

    private @Nullable Map<UUID, BotFigures.Count> today;
    private @Nullable Map<UUID, Integer> ruleCounts;
    private @Nullable Map<UUID, BotUsage.Day> usedToday;
    private @Nullable List<NumberView> numbers;

    BotCard card(BotView bot) {
        var own = numbers().stream()
                .filter(number -> bot.id().equals(number.botId()))
                .toList();
        int rulesOfBot = ruleCounts().getOrDefault(bot.id(), 0);
        return new BotCard(
                bot,
                own.stream().map(number -> new NumberTag(number.sender())).toList(),
                today().getOrDefault(bot.id(), BotFigures.Count.NONE),
                rulesOfBot,
                needs(bot, own, rulesOfBot == 0),
                clock.instant());
    }

    private Map<UUID, BotFigures.Count> today() {
        var known = today;
        if (known == null) {
            known = figures.since(me.workspaceId(), formats.startOfToday());
            today = known;
        }
        return known;
    }

    private Map<UUID, Integer> ruleCounts() {
        var known = ruleCounts;
        if (known == null) {
            known = rules.counts(me.workspaceId());
            ruleCounts = known;
        }
        return known;
    }

    private Map<UUID, BotUsage.Day> usedToday() {
        var known = usedToday;
        if (known == null) {
            known = usage.today(me.workspaceId());
            usedToday = known;
        }
        return known;
    }

    /** What was read before a deed does not hold after it. */
    void forget() {
        today = null;
        ruleCounts = null;
        usedToday = null;
        numbers = null;
    }

    /** All numbers of the workspace, with the bots that answer on them. */
    List<NumberView> numbers() {
        var known = numbers;
        if (known == null) {
            known = phoneNumbers.listDetails(me.workspaceId());
            numbers = known;
        }
        return known;
    }

    private List<BotNeed> needs(BotView bot, List<NumberView> own, boolean ruleless) {
        var needs = new ArrayList<BotNeed>();
        var missing = missing(bot);
        if (missing != null) {
            needs.add(new BotNeed("red", missing));
        }
        if (bot.kind() != BotKind.RULES && missing == null) {
            own.stream()
                    .filter(number -> !number.aiAutoreply())
                    .map(number -> TEXTS.get("need.leave", number.sender().displayPhoneNumber()))
                    .forEach(text -> needs.add(new BotNeed("amber", text)));
            var used = usedToday().get(bot.id());
            if (used != null && used.failures() > 0) {
                needs.add(new BotNeed(
                        used.failures() == used.calls() ? "red" : "amber",
                        TEXTS.get("need.failures", used.failures(), used.calls())));
            }
        }
        var failed = today().getOrDefault(bot.id(), BotFigures.Count.NONE).failed();
        if (failed > 0) {
            needs.add(new BotNeed("red", TEXTS.get("need.failed", failed)));
        }
        var messages = bot.settings().messages();
        boolean mute = messages.welcome() == null && messages.fallback() == null && messages.away() == null;
        if (bot.kind() == BotKind.RULES && ruleless && mute) {
            needs.add(new BotNeed("amber", TEXTS.get("need.mute")));
        }
        return needs;
    }

    /** What the AI or the server of a bot lacks; null when nothing, or when it has only rules. */
    @Nullable
    String missing(BotView bot) {
        for (var source : sources) {
            if (source.kind() == bot.kind()) {
                return source.missing(bot);
            }
        }
        return bot.kind() == BotKind.RULES ? null : TEXTS.get("need.nobody");
    }
}
