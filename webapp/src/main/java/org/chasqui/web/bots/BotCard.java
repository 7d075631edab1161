package org.chasqui.web.bots;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chasqui.messaging.bots.BotFigures;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** A bot as the list shows it: what it is, where it answers, what it did today, and what it needs. */
public final class BotCard {
    private static final Texts TEXTS = Texts.of("bots");

    private final BotView bot;
    private final List<NumberTag> numbers;
    private final BotFigures.Count today;
    private final int rules;
    private final List<BotNeed> needs;
    private final Instant now;

    BotCard(BotView bot, List<NumberTag> numbers, BotFigures.Count today, int rules, List<BotNeed> needs, Instant now) {
        this.bot = bot;
        this.numbers = numbers;
        this.today = today;
        this.rules = rules;
        this.needs = needs;
        this.now = now;
    }

    public String getId() {
        return bot.id().toString();
    }

    public String getName() {
        return bot.name();
    }

    public boolean isActive() {
        return bot.active();
    }

    public String getIcon() {
        return switch (bot.kind()) {
            case RULES -> "bot";
            case AI -> "sparkles";
            case WEBHOOK -> "webhook";
        };
    }

    public String getKindText() {
        return TEXTS.get("kind." + bot.kind().name().toLowerCase(Locale.ROOT));
    }

    /** Answering, outside of its hours, linked to nothing, or paused. */
    private String key() {
        if (!bot.isAnswering()) {
            return "paused";
        }
        if (numbers.isEmpty()) {
            return "unlinked";
        }
        return bot.settings().schedule().isActiveAt(now) ? "answering" : "away";
    }

    public String getState() {
        return TEXTS.get("state." + key());
    }

    public String getColour() {
        return switch (key()) {
            case "answering" -> "green";
            case "away" -> "amber";
            default -> "";
        };
    }

    public List<BotNeed> getNeeds() {
        return needs;
    }

    public List<NumberTag> getNumbers() {
        return numbers;
    }

    public String getAnswers() {
        return Formats.count(today.replied() + today.drafted());
    }

    public String getHanded() {
        return Formats.count(today.handedOver());
    }

    public String getRuleCount() {
        return Formats.count(rules);
    }

    /** Where it answers and what it did today, in one line. */
    public String getAboutText() {
        var where = numbers.isEmpty() ? TEXTS.get("about.nowhere") : TEXTS.get("about.on", phones());
        return where + " · " + TEXTS.get("about.today", getAnswers(), getHanded());
    }

    private String phones() {
        return numbers.stream().map(NumberTag::getPhone).collect(Collectors.joining(", "));
    }

    /** What pausing it means, and for whom. */
    public String getPauseText() {
        return numbers.isEmpty() ? TEXTS.get("pause.text.unlinked") : TEXTS.get("pause.text", phones());
    }

    /** What it does as soon as it goes on. */
    public String getResumeText() {
        return numbers.isEmpty() ? TEXTS.get("resume.text.unlinked") : TEXTS.get("resume.text", phones());
    }

    /** What is gone with it. */
    public String getDeleteText() {
        return numbers.isEmpty() ? TEXTS.get("delete.text.unlinked", rules) : TEXTS.get("delete.text", rules, phones());
    }

    /** Whether somebody else than rules may be asked. */
    public boolean isAskable() {
        return bot.kind() != BotKind.RULES;
    }

    /** What asking it in the test console means. */
    public String getAskText() {
        return TEXTS.get(bot.kind() == BotKind.AI ? "ask.source.ai" : "ask.source.webhook");
    }

    BotView bot() {
        return bot;
    }
}
