package org.chasqui.web.numbers;

import java.util.Locale;
import org.chasqui.platform.accounts.health.Finding;

/** Meta's capital letters as words for people, and colours for verdicts. */
final class NumberWords {
    private NumberWords() {}

    /** {@code PENDING_REVIEW} becomes {@code Pending review}. */
    static String sentence(String metas) {
        var words = metas.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String colour(Finding.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "green";
            case WARNING -> "amber";
            case WRONG -> "red";
            case UNKNOWN -> "grey";
        };
    }

    static String icon(Finding.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "check";
            case WARNING -> "triangle-alert";
            case WRONG -> "x";
            case UNKNOWN -> "circle-help";
        };
    }
}
