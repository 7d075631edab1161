package org.chasqui.platform.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.accounts.NumberChanged.What;
import org.chasqui.platform.accounts.NumberHistory.Told;
import org.jspecify.annotations.Nullable;

/**
 * What Meta's webhooks about one number change of it.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/phone_number_quality_update">
 *     phone_number_quality_update</a>
 */
final class NumberNews {
    private static final String QUALITY_UPDATE = "phone_number_quality_update";
    private static final String NAME_UPDATE = "phone_number_name_update";
    private static final String CONNECTED = "CONNECTED";
    private static final String FLAGGED = "FLAGGED";

    private NumberNews() {}

    /** Whether a field has an event of its own for customers. */
    static boolean knows(String field) {
        return field.equals(QUALITY_UPDATE) || field.equals(NAME_UPDATE);
    }

    /** Brings the number to what Meta says. */
    static void apply(ConnectedNumber number, Told told) {
        if (told.field().equals(NAME_UPDATE)) {
            rename(number, told.value());
        } else {
            judge(number, told.value());
        }
    }

    /** What a webhook is about that changed nothing that people watch: itself is the news then. */
    static What about(Told told) {
        return told.field().equals(NAME_UPDATE) ? What.NAME_STATUS : What.QUALITY;
    }

    /** The one word that says most of it. */
    static String word(Told told) {
        return told.value()
                .path(told.field().equals(NAME_UPDATE) ? "decision" : "event")
                .asText();
    }

    private static void judge(ConnectedNumber number, JsonNode value) {
        switch (value.path("event").asText()) {
            case FLAGGED -> {
                if (number.status.equals(CONNECTED)) {
                    number.status = FLAGGED;
                }
            }
            case "UNFLAGGED" -> {
                if (number.status.equals(FLAGGED)) {
                    number.status = CONNECTED;
                }
            }
            case "THROUGHPUT_UPGRADE" -> number.throughputLevel = "HIGH";
            default -> {
                // ONBOARDING, UPGRADE, DOWNGRADE: the limit says it all.
            }
        }
        var limit = limit(value, "max_daily_conversations_per_business", "current_limit");
        if (limit != null) {
            number.messagingLimit = limit;
        }
    }

    private static void rename(ConnectedNumber number, JsonNode value) {
        switch (value.path("decision").asText()) {
            case "APPROVED" -> {
                number.nameStatus = "APPROVED";
                var name = value.path("requested_verified_name").asText("");
                if (!name.isEmpty()) {
                    number.verifiedName = name;
                }
            }
            case "REJECTED" -> number.nameStatus = "DECLINED";
            case "PENDING", "DEFERRED" -> number.nameStatus = "PENDING_REVIEW";
            default -> {
                // A word that Meta has not documented: kept in the history.
            }
        }
    }

    /**
     * The first of these members that tells a limit, in the words of the phone number node. Meta documents TIER_… and
     * shows plain figures in its samples; -1 is unlimited.
     */
    static @Nullable String limit(JsonNode value, String... members) {
        for (var member : members) {
            var told = value.path(member).asText("");
            if (told.startsWith("TIER_")) {
                return told;
            }
            if (told.matches("-?\\d{1,9}")) {
                return tier(Integer.parseInt(told));
            }
        }
        return null;
    }

    private static String tier(int people) {
        if (people < 0 || people > 100_000) {
            return "TIER_UNLIMITED";
        }
        return people >= 1_000 && people % 1_000 == 0 ? "TIER_" + people / 1_000 + "K" : "TIER_" + people;
    }
}
