package org.chasqui.sandbox.meta;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the reviewer decides, by words in the name of the template, so that a test or a person can choose: {@code
 * order_rejected_scam}, {@code order_as_marketing}, {@code order_paused}, {@code order_disabled}, {@code order_unreviewed},
 * {@code order_at_once}.
 *
 * @param status what the template becomes; PENDING for a review that never ends by itself
 * @param reason Meta's word for a rejection, else NONE
 * @param category the category that Meta chooses, or null for the one asked for
 * @param after what becomes of it a moment after it was approved: PAUSED or DISABLED, or null for nothing
 * @param atOnce whether the answer to the request tells the verdict
 */
public record Verdict(
        String status,
        String reason,
        @Nullable String category,
        @Nullable String after,
        boolean atOnce) {

    private static final Set<String> REASONS = Set.of(
            "ABUSIVE_CONTENT",
            "CATEGORY_NOT_AVAILABLE",
            "INCORRECT_CATEGORY",
            "INVALID_FORMAT",
            "PROMOTIONAL",
            "SCAM",
            "TAG_CONTENT_MISMATCH");
    private static final List<String> LATER = List.of("PAUSED", "DISABLED");

    /** The verdict for a template of this name and category. */
    public static Verdict of(String name, String category) {
        boolean atOnce = name.contains("at_once");
        int rejected = name.indexOf("rejected");
        if (rejected >= 0) {
            return new Verdict("REJECTED", reason(name.substring(rejected)), null, null, atOnce);
        }
        if (name.contains("unreviewed")) {
            return new Verdict("PENDING", "NONE", null, null, false);
        }
        String moved = name.contains("as_marketing") && category.equals("UTILITY") ? "MARKETING" : null;
        String after = LATER.stream()
                .filter(status -> name.endsWith(status.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
        return new Verdict("APPROVED", "NONE", moved, after, atOnce);
    }

    private static String reason(String from) {
        return REASONS.stream()
                .filter(reason -> from.contains(reason.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("INVALID_FORMAT");
    }

    /** Meta's advice about a rejection. */
    public static String recommendation(String reason) {
        return switch (reason) {
            case "TAG_CONTENT_MISMATCH" -> "Make sure that the language of the content is the one selected.";
            case "INCORRECT_CATEGORY" -> "Choose the category that fits the content and submit it again.";
            case "INVALID_FORMAT" -> "Check placeholders, samples and special characters, and submit it again.";
            default -> "Edit the template so that it follows WhatsApp's business and commerce policies.";
        };
    }
}
