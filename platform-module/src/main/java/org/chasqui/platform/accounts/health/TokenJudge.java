package org.chasqui.platform.accounts.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.chasqui.platform.graph.DebuggedToken;
import org.jspecify.annotations.Nullable;

/** Reads what Graph says of a token. */
final class TokenJudge {
    private static final String CHECK = "token";
    private static final String RECONNECT =
            "Make a new token of a system user with both permissions, and connect the account again with it.";
    private static final List<String> NEEDED = List.of("whatsapp_business_management", "whatsapp_business_messaging");
    private static final Duration SOON = Duration.ofDays(14);

    private TokenJudge() {}

    static Finding token(DebuggedToken.Data data, Instant now) {
        if (!data.valid()) {
            return Finding.wrong(Area.ACCESS, CHECK, why(data.error()), RECONNECT);
        }
        var end = soonest(data.endsAt(), data.dataAccessEndsAt());
        if (end == null) {
            return Finding.good(Area.ACCESS, CHECK, "valid, does not expire");
        }
        var days = Duration.between(now, end).toDays();
        var text = "valid, ends in " + (days == 1 ? "1 day" : days + " days");
        return end.isBefore(now.plus(SOON))
                ? Finding.warning(Area.ACCESS, CHECK, text, "Renew it in time. " + RECONNECT)
                : Finding.good(Area.ACCESS, CHECK, text);
    }

    private static String why(DebuggedToken.@Nullable Refusal refusal) {
        return refusal == null || refusal.message() == null ? "Meta does not accept it" : refusal.message();
    }

    static Finding permissions(DebuggedToken.Data data, String wabaId) {
        var check = "permissions";
        var missing = new ArrayList<>(NEEDED);
        missing.removeAll(data.held());
        if (!missing.isEmpty()) {
            return Finding.wrong(Area.ACCESS, check, "the token lacks " + String.join(" and ", missing), RECONNECT);
        }
        for (var permission : data.shared()) {
            var targets = permission.targets();
            if (NEEDED.contains(permission.scope()) && !targets.isEmpty() && !targets.contains(wabaId)) {
                return Finding.wrong(
                        Area.ACCESS,
                        check,
                        permission.scope() + " does not cover this account",
                        "Give the system user full access to the account in Meta's business settings.");
            }
        }
        return Finding.good(Area.ACCESS, check, "may manage and send, for this account");
    }

    private static @Nullable Instant soonest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
