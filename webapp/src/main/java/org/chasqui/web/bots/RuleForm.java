package org.chasqui.web.bots;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleView;
import org.jspecify.annotations.Nullable;

/** A rule while it is being written. */
public final class RuleForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ActionField> actions = new ArrayList<>();
    private String title = "";
    private String match = MatchKind.CONTAINS.name();
    private String keywords = "";
    private boolean active = true;

    /** A new rule, which says something. */
    void begin() {
        actions.add(new ActionField(ActionField.Kind.TEXT));
    }

    /** Takes over a rule. */
    void read(RuleView rule) {
        title = Objects.requireNonNullElse(rule.title(), "");
        match = rule.match().name();
        keywords = String.join("\n", rule.keywords());
        active = rule.active();
        actions.clear();
        rule.actions().stream().map(ActionField::of).forEach(actions::add);
    }

    MatchKind match() {
        return MatchKind.valueOf(match);
    }

    List<String> words() {
        return keywords.lines()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    void add() {
        actions.add(new ActionField(ActionField.Kind.TEXT));
    }

    void remove(int index) {
        if (index >= 0 && index < actions.size()) {
            actions.remove(index);
        }
    }

    /** Moves an action one place to the front. */
    void forward(int index) {
        if (index > 0 && index < actions.size()) {
            actions.add(index - 1, actions.remove(index));
        }
    }

    public List<ActionField> getActions() {
        return actions;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title == null ? "" : title;
    }

    public String getMatch() {
        return match;
    }

    public void setMatch(String match) {
        this.match = match;
    }

    /** Whether keywords are patterns, which may have commas in them. */
    public boolean isPattern() {
        return match() == MatchKind.REGEX;
    }

    /** One in each line. */
    public String getKeywords() {
        return keywords;
    }

    public void setKeywords(@Nullable String keywords) {
        this.keywords = keywords == null ? "" : keywords;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
