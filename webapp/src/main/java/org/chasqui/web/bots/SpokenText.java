package org.chasqui.web.bots;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.messaging.bots.Spintax;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A text that varies, while it is written, with some of what it may become. */
public final class SpokenText {
    private static final Texts TEXTS = Texts.of("bots");
    private static final Map<String, String> SAMPLE = Map.of(
            "name", "Ana",
            "first_name", "Ana",
            "phone", "+14155550123",
            "business", "Loom & Dye",
            "bot_name", "Reception",
            "day", "Monday",
            "date", "30 November 2026",
            "time", "14:05");
    private static final int LONGEST = 4_096;
    private static final int SHOWN = 3;

    /** So often it is drawn: then a text of thirty variants has shown each of them, but for one time in twenty thousand. */
    private static final int DRAWS = 400;

    private static final int COUNTABLE = 30;
    private static final long SEED = 7;

    private String text;
    private @Nullable List<String> drawn;

    SpokenText(String text) {
        this.text = text;
    }

    private List<String> drawn() {
        var known = drawn;
        if (known == null) {
            var found = new LinkedHashSet<String>();
            // The same text shows the same variants: what moves while nobody writes is a riddle.
            var random = new Random(SEED);
            for (int draw = 0; draw < DRAWS && !text.isBlank() && getProblem() == null; draw++) {
                found.add(Spintax.render(text, SAMPLE, random));
            }
            known = new ArrayList<>(found);
            drawn = known;
        }
        return known;
    }

    /** A few of them; empty for no text and for one that cannot be said. */
    public List<String> getVariants() {
        return drawn().stream().limit(SHOWN).toList();
    }

    public String getCountText() {
        int count = drawn().size();
        if (count <= 1) {
            return TEXTS.get("variants.one");
        }
        return count > COUNTABLE ? TEXTS.get("variants.many", COUNTABLE) : TEXTS.get("variants.some", count);
    }

    public String getLengthText() {
        var longest = drawn().stream().mapToInt(String::length).max().orElse(0);
        return longest == 0 ? "" : TEXTS.get("variants.longest", longest);
    }

    /** Why it cannot be said; null when it can. */
    public @Nullable String getProblem() {
        if (text.isBlank()) {
            return null;
        }
        try {
            Spintax.check("text", text, LONGEST);
            return null;
        } catch (RequestFailed refused) {
            return refused.fields().isEmpty()
                    ? refused.getMessage()
                    : TEXTS.get("variants.wrong", refused.fields().get(0).message());
        }
    }

    /** Null when there is nothing to say. */
    @Nullable
    String wish() {
        return text.isBlank() ? null : text.strip();
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
        drawn = null;
    }
}
