package org.chasqui.web.bots;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A rule in the table. */
public final class RuleRow {
    private static final Texts TEXTS = Texts.of("bots");
    private static final int SHOWN = 4;

    private final RuleView rule;
    private final int place;
    private final long mostHits;

    /**
     * @param place counted from 1
     * @param mostHits of all rules of the bot, for the bar
     */
    RuleRow(RuleView rule, int place, long mostHits) {
        this.rule = rule;
        this.place = place;
        this.mostHits = mostHits;
    }

    public String getId() {
        return rule.id().toString();
    }

    public int getPlace() {
        return place;
    }

    public String getName() {
        return name(rule);
    }

    /** Its title, or its first keyword. */
    static String name(RuleView rule) {
        var title = rule.title();
        return title != null && !title.isBlank() ? title : rule.keywords().get(0);
    }

    /** The first few keywords. */
    public List<String> getKeywords() {
        return rule.keywords().stream().limit(SHOWN).toList();
    }

    /** How many more there are. */
    public int getMore() {
        return Math.max(0, rule.keywords().size() - SHOWN);
    }

    public boolean isPattern() {
        return rule.match() == MatchKind.REGEX;
    }

    public String getKind() {
        return TEXTS.get("match." + rule.match().name().toLowerCase(Locale.ROOT));
    }

    public String getKindColour() {
        return isPattern() ? "violet" : "";
    }

    /** What it does, in a few words. */
    public String getAnswer() {
        return ActionWords.of(rule.actions());
    }

    public String getHits() {
        return Formats.count(rule.hits());
    }

    /** Its hits as a share of those of the rule with the most, in percent. */
    public long getShare() {
        return mostHits == 0 ? 0 : 100 * rule.hits() / mostHits;
    }

    public @Nullable Instant getLastHitAt() {
        return rule.lastHitAt();
    }

    public boolean isOn() {
        return rule.active();
    }

    /** A switch of a table is written by its own request; what a form posts back with it does not count. */
    public void setOn(boolean ignored) {
        // Nothing: RuleDeeds.toggle switches.
    }
}
