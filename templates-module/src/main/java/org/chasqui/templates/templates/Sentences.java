package org.chasqui.templates.templates;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a status or a reason of Meta means, in a sentence that says what to do. */
public final class Sentences {
    private static final Map<String, String> REASONS = Map.of(
            "ABUSIVE_CONTENT", "Meta reads it as abusive, or as asking for what people should not give away.",
            "INCORRECT_CATEGORY", "Its words belong into another category.",
            "INVALID_FORMAT",
                    "Something about its form is wrong: variables, samples, links or formatting. Check its samples first.",
            "PROMOTIONAL", "It promotes something in a category that may not.",
            "SCAM", "Meta reads it as a fraud.",
            "TAG_CONTENT_MISMATCH", "Its language and its text differ, or the samples are in another language.",
            "CATEGORY_NOT_AVAILABLE", "The account may not use this category.");

    private Sentences() {}

    /** What Meta's word for a rejection means; null for none. */
    public static @Nullable String reason(@Nullable String word) {
        return word == null ? null : REASONS.getOrDefault(word, "Meta says " + word + ".");
    }

    /** Why a template cannot be sent now; null when it can. */
    static @Nullable String whyNot(TemplateView template) {
        if (template.effect() == Effect.SENDS) {
            return null;
        }
        return "The template " + template.name() + " (" + template.language() + ") "
                + switch (template.status()) {
                    case "PENDING" -> "is in review at Meta (PENDING), which mostly takes minutes.";
                    case "REJECTED" -> "was REJECTED by Meta. " + rejected(template) + " Edit it and hand it in again.";
                    case "PAUSED" ->
                        "is PAUSED by Meta because people blocked or reported it" + until(template)
                                + ". Edit it, or wait.";
                    case "DISABLED" -> "is DISABLED by Meta for good because of its quality. Make another one.";
                    case "DELETED" ->
                        "was DELETED" + (template.deletedAt() == null ? "" : " on " + template.deletedAt())
                                + ". Its name is free again 30 days after that.";
                    case "PENDING_DELETION" -> "is being deleted at Meta (PENDING_DELETION).";
                    case "IN_APPEAL" -> "was disabled and is IN_APPEAL at Meta, which takes a day at most.";
                    default -> "is " + template.status() + " at Meta; only APPROVED templates can be sent.";
                };
    }

    private static String rejected(TemplateView template) {
        var sentence = reason(template.rejectedReason());
        var said = template.note();
        return (sentence == null ? "Meta gave no reason." : sentence)
                + (said == null ? "" : " Meta recommends: " + said);
    }

    private static String until(TemplateView template) {
        return template.statusUntil() == null ? "" : ", until about " + template.statusUntil();
    }

    /** The code with which Meta would refuse a message of a template that has ended. */
    static int code(String status) {
        return status.equals("DISABLED") ? 132016 : 132001;
    }
}
