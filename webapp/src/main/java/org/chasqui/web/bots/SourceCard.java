package org.chasqui.web.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Who answers what no rule does: nobody, an AI, or a server of the customer's. */
public final class SourceCard {
    private static final Texts TEXTS = Texts.of("bots");

    private final BotView bot;
    private final @Nullable String missing;
    private final long tokensToday;

    /** @param missing what it lacks, a sentence; null when nothing */
    SourceCard(BotView bot, @Nullable String missing, long tokensToday) {
        this.bot = bot;
        this.missing = missing;
        this.tokensToday = tokensToday;
    }

    public String getTitle() {
        return TEXTS.get("source." + key());
    }

    private String key() {
        return bot.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Null for a bot that has only rules. */
    public @Nullable String getState() {
        if (bot.kind() == BotKind.RULES) {
            return null;
        }
        return TEXTS.get(missing == null ? "source.ready" : "source.missing");
    }

    public String getColour() {
        return missing == null ? "green" : "red";
    }

    /** What is missing, or what it means that there is none. */
    public @Nullable String getNote() {
        return bot.kind() == BotKind.RULES ? TEXTS.get("source.rules.note") : missing;
    }

    public List<FactLine> getFacts() {
        var facts = new ArrayList<FactLine>();
        if (bot.kind() == BotKind.AI && bot.ai().isConfigured()) {
            var ai = bot.ai();
            facts.add(fact("endpoint", ai.baseUrl()));
            facts.add(fact("model", ai.model()));
            facts.add(fact("key", TEXTS.get(bot.hasAiKey() ? "fact.key.kept" : "fact.key.none")));
            facts.add(fact("answers", TEXTS.get(ai.drafts() ? "fact.answers.drafts" : "fact.answers.sends")));
            facts.add(fact("tokens", tokens(ai.tokensPerDay())));
        }
        if (bot.kind() == BotKind.WEBHOOK && bot.external().isConfigured()) {
            facts.add(fact("address", bot.external().url()));
            facts.add(fact("timeout", PlainSettings.time(bot.external().timeout())));
        }
        return facts;
    }

    private String tokens(@Nullable Integer most) {
        var used = Formats.count(tokensToday);
        return most == null ? used : TEXTS.get("fact.tokens.of", used, Formats.count(most));
    }

    private static FactLine fact(String key, String value) {
        return new FactLine(TEXTS.getOr("fact." + key, key), value);
    }

    /** What is used of the tokens of a day, in percent; null without a bound. */
    public @Nullable Long getShare() {
        var most = bot.kind() == BotKind.AI ? bot.ai().tokensPerDay() : null;
        return most == null || most == 0 ? null : Math.min(100, 100 * tokensToday / most);
    }
}
