package org.chasqui.platform.accounts.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.chasqui.platform.graph.SubscribedApps;
import org.jspecify.annotations.Nullable;

/** Reads what Graph says of an account and of who gets its webhooks. */
final class AccountJudge {
    private AccountJudge() {}

    static Finding account(JsonNode waba) {
        var check = "account";
        var status = waba.path("status").asText("ACTIVE");
        var review = waba.path("account_review_status").asText("APPROVED");
        var name = waba.path("name").asText(waba.path("id").asText());
        if (!status.equals("ACTIVE")) {
            return Finding.wrong(
                    Area.ACCESS, check, name + " is " + status, "WhatsApp Manager says why, and takes an appeal.");
        }
        if (!review.equals("APPROVED")) {
            return Finding.warning(
                    Area.ACCESS,
                    check,
                    name + " is active, its review is " + review,
                    "Complete the review of the account in WhatsApp Manager.");
        }
        return Finding.good(Area.ACCESS, check, name + " is active and approved");
    }

    static Finding verification(JsonNode waba) {
        var check = "business";
        var status = waba.path("business_verification_status").asText("").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "verified" -> Finding.good(Area.ACCESS, check, "verified by Meta");
            case "" -> Finding.unknown(Area.ACCESS, check, "Meta does not say", "Nothing to do.");
            default ->
                Finding.warning(
                        Area.ACCESS,
                        check,
                        "not verified (" + status + "): few numbers, low limits",
                        "Verify the business in Meta's security centre.");
        };
    }

    /** @param appId Meta's id of our app; null when it is not known, then any subscription will do */
    static Finding subscription(SubscribedApps apps, @Nullable String appId) {
        var check = "subscription";
        var others = (apps.data() == null ? 0 : apps.data().size()) - 1;
        if (appId == null ? others >= 0 : apps.of(appId) != null) {
            return Finding.good(
                    Area.WEBHOOKS,
                    check,
                    others == 0
                            ? "this app is the only one on the account"
                            : "this app and " + others + " more get the account's webhooks");
        }
        return Finding.wrong(
                Area.WEBHOOKS,
                check,
                "this app does not get the account's webhooks",
                "Subscribe again: without it no status and no message arrives.");
    }
}
