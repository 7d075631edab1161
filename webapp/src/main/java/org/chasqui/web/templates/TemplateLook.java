package org.chasqui.web.templates;

import org.chasqui.web.text.Texts;

/** Meta's words in ours, and their colours. */
final class TemplateLook {
    private static final Texts TEXTS = Texts.of("templates");

    private TemplateLook() {}

    static String status(String status) {
        return TEXTS.getOr("status." + status, status);
    }

    static String statusColour(String status) {
        return switch (status) {
            case "APPROVED" -> "green";
            case "PENDING", "IN_APPEAL" -> "blue";
            case "PAUSED", "LIMIT_EXCEEDED", "LOCKED", "FLAGGED" -> "amber";
            case "REJECTED", "DISABLED" -> "red";
            default -> "";
        };
    }

    static String category(String category) {
        return TEXTS.getOr("category." + category, category);
    }

    static String quality(String quality) {
        return TEXTS.getOr("quality." + quality, quality);
    }

    static String qualityColour(String quality) {
        return switch (quality) {
            case "GREEN" -> "green";
            case "YELLOW" -> "amber";
            case "RED" -> "red";
            default -> "none";
        };
    }
}
