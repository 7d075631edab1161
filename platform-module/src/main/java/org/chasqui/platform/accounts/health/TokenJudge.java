package org.chasqui.platform.accounts.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Graph says of a token: {@code {"data":{"is_valid","expires_at","data_access_expires_at","scopes",
 * "granular_scopes":[{"scope","target_ids"}]}}}; times are seconds, 0 is never.
 */
final class TokenJudge {
    private static final String CHECK = "token";
    private static final String RECONNECT =
            "Make a new token of a system user with both permissions, and connect the account again with it.";
    private static final List<String> NEEDED = List.of("whatsapp_business_management", "whatsapp_business_messaging");
    private static final Duration SOON = Duration.ofDays(14);

    private TokenJudge() {}

    static @Nullable Instant time(JsonNode data, String member) {
        var seconds = data.path(member).asLong();
        return seconds > 0 ? Instant.ofEpochSecond(seconds) : null;
    }

    static Finding token(JsonNode data, Instant now) {
        if (!data.path("is_valid").asBoolean()) {
            var why = data.at("/error/message").asText("Meta does not accept it");
            return Finding.wrong(Area.ACCESS, CHECK, why, RECONNECT);
        }
        var end = soonest(time(data, "expires_at"), time(data, "data_access_expires_at"));
        if (end == null) {
            return Finding.good(Area.ACCESS, CHECK, "valid, does not expire");
        }
        var days = Duration.between(now, end).toDays();
        var text = "valid, ends in " + (days == 1 ? "1 day" : days + " days");
        return end.isBefore(now.plus(SOON))
                ? Finding.warning(Area.ACCESS, CHECK, text, "Renew it in time. " + RECONNECT)
                : Finding.good(Area.ACCESS, CHECK, text);
    }

    static Finding permissions(JsonNode data, String wabaId) {
        var check = "permissions";
        var missing = new ArrayList<>(NEEDED);
        data.path("scopes").forEach(scope -> missing.remove(scope.asText()));
        if (!missing.isEmpty()) {
            return Finding.wrong(Area.ACCESS, check, "the token lacks " + String.join(" and ", missing), RECONNECT);
        }
        for (var granular : data.path("granular_scopes")) {
            var targets = granular.path("target_ids");
            if (NEEDED.contains(granular.path("scope").asText()) && !targets.isEmpty() && !holds(targets, wabaId)) {
                return Finding.wrong(
                        Area.ACCESS,
                        check,
                        granular.path("scope").asText() + " does not cover this account",
                        "Give the system user full access to the account in Meta's business settings.");
            }
        }
        return Finding.good(Area.ACCESS, check, "may manage and send, for this account");
    }

    private static boolean holds(JsonNode targets, String wabaId) {
        for (var target : targets) {
            if (target.asText().equals(wabaId)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant soonest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
