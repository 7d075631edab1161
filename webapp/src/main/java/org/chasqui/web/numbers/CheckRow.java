package org.chasqui.web.numbers;

import org.chasqui.platform.accounts.health.Finding;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One finding of the health check. */
public final class CheckRow {
    private static final Texts TEXTS = Texts.of("numbers");

    private final Finding finding;
    private final boolean first;

    CheckRow(Finding finding, boolean first) {
        this.finding = finding;
        this.first = first;
    }

    /** Whether a new area begins with it. */
    public boolean isFirst() {
        return first;
    }

    public String getArea() {
        return TEXTS.get("area." + finding.area());
    }

    public String getCheck() {
        return finding.check();
    }

    public String getName() {
        return TEXTS.getOr("check." + finding.check(), NumberWords.sentence(finding.check()));
    }

    public String getText() {
        return finding.text();
    }

    public @Nullable String getAdvice() {
        return finding.advice();
    }

    public String getColour() {
        return NumberWords.colour(finding.verdict());
    }

    public String getIcon() {
        return NumberWords.icon(finding.verdict());
    }

    public String getVerdict() {
        return TEXTS.get("verdict." + finding.verdict());
    }

    public String getTook() {
        return finding.millis() > 0 ? finding.millis() + " ms" : "";
    }

    /** Whether a button mends it. */
    public boolean isSubscribable() {
        return finding.check().equals("subscription") && finding.verdict() == Finding.Verdict.WRONG;
    }
}
