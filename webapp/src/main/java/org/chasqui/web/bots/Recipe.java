package org.chasqui.web.bots;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.BotHours;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotMessages;
import org.chasqui.messaging.bots.BotSchedule;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.BotZone;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleWish;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a new bot begins with. Everything in it is a sentence that a shop could send as it stands, and meant to be changed. */
public enum Recipe {
    GREETING(BotKind.RULES),
    KEYWORDS(BotKind.RULES),
    ASSISTANT(BotKind.AI),
    SERVER(BotKind.WEBHOOK),
    BLANK(BotKind.RULES);

    private static final Texts TEXTS = Texts.of("bots");
    private static final String OPENS = "9:00";
    private static final String CLOSES = "18:00";

    private final BotKind kind;

    Recipe(BotKind kind) {
        this.kind = kind;
    }

    private String text(String key) {
        return TEXTS.getOr("recipe." + getValue() + "." + key, "");
    }

    public String getValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getTitle() {
        return text("title");
    }

    /** What is in it. */
    public String getText() {
        return text("text");
    }

    /** Whether it is the one that is offered. */
    public boolean isFirst() {
        return this == GREETING;
    }

    /**
     * The bot.
     *
     * @param zone in which its hours are
     */
    BotWish wish(String name, ZoneId zone, String by) {
        var settings = BotSettings.DEFAULT
                .withSchedule(schedule(zone))
                .withMessages(new BotMessages(said("welcome"), said("fallback"), true, said("away")));
        return new BotWish(name, kind, true, settings, ai(), null, null, null, by);
    }

    private @Nullable String said(String message) {
        var text = text(message);
        return text.isEmpty() ? null : text;
    }

    private BotSchedule schedule(ZoneId zone) {
        var here = BotZone.parse(zone.getId().equals("Z") ? "UTC" : zone.getId());
        return this == GREETING
                ? new BotSchedule(here, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new BotHours(OPENS, CLOSES))
                : new BotSchedule(here, EnumSet.allOf(DayOfWeek.class), BotHours.ALWAYS);
    }

    private @Nullable AiSettings ai() {
        var none = AiSettings.NONE;
        return this != ASSISTANT
                ? null
                : new AiSettings(
                        none.baseUrl(),
                        none.model(),
                        text("prompt"),
                        none.knowledge(),
                        none.mostTurns(),
                        none.answerTokens(),
                        none.tokensPerDay(),
                        Duration.ofSeconds(20),
                        none.temperature(),
                        none.drafts(),
                        none.fallBackToRules());
    }

    /** Its rules, the first one on top. */
    List<RuleWish> rules() {
        var person = rule(
                "person",
                List.of(
                        new BotAction.Say(TEXTS.get("recipe.rule.person.says")),
                        new BotAction.HandOver(null, TEXTS.get("recipe.rule.person.note"))));
        return switch (this) {
            case GREETING, SERVER, ASSISTANT -> List.of(person);
            case KEYWORDS -> List.of(person, says("hours"), says("prices"), says("address"));
            case BLANK -> List.of();
        };
    }

    private static RuleWish says(String rule) {
        return rule(rule, List.of(new BotAction.Say(TEXTS.getOr("recipe.rule." + rule + ".says", rule))));
    }

    private static RuleWish rule(String rule, List<BotAction> actions) {
        var words = TEXTS.getOr("recipe.rule." + rule + ".words", rule).split(", ");
        return new RuleWish(
                TEXTS.getOr("recipe.rule." + rule, rule), MatchKind.CONTAINS, List.of(words), actions, null, true);
    }
}
