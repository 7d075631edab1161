package org.chasqui.platform.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.platform.accounts.NumberHistory.Told;
import org.jspecify.annotations.Nullable;

/**
 * What Meta's webhooks about accounts change of them and of their numbers. Each is kept in the history, also those that
 * change nothing here.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/account_update">
 *     account_update</a>
 */
@ApplicationScoped
class AccountNews {
    private static final String ACTIVE = "ACTIVE";
    private static final String DISCONNECTED = "DISCONNECTED";

    /** States of an account that only Meta's word ends. */
    private static final Set<String> GONE =
            Set.of("DISABLED", "ACCOUNT_DELETED", "PARTNER_REMOVED", "ACCOUNT_OFFBOARDED");

    @Inject
    NumberChanges changes;

    /**
     * Brings the account and its numbers to what Meta says.
     *
     * @param subject the number that it is about, when it names one
     */
    void apply(Account account, List<ConnectedNumber> numbers, Optional<ConnectedNumber> subject, Told told) {
        var value = told.value();
        var after = word(told);
        changes.remember(account, subject.map(number -> number.id).orElse(null), what(told), after, told);
        switch (told.field()) {
            case "account_update" -> update(account, numbers, subject, value);
            case "account_review_update" -> account.reviewStatus = after;
            case "business_capability_update" -> {
                var limit = NumberNews.limit(
                        value, "max_daily_conversations_per_business", "max_daily_conversation_per_phone");
                if (limit != null) {
                    numbers.forEach(number -> number.messagingLimit = limit);
                }
            }
            default -> {
                // account_alerts, security, business_status_update and what Meta invents next: the entry is all.
            }
        }
    }

    private static void update(
            Account account, List<ConnectedNumber> numbers, Optional<ConnectedNumber> subject, JsonNode value) {
        var event = value.path("event").asText();
        switch (event) {
            case "VERIFIED_ACCOUNT" -> account.businessVerificationStatus = "verified";
            case "DISABLED_UPDATE" -> ban(account, value.path("ban_info"));
            case "ACCOUNT_RESTRICTION" -> {
                var restrictions = value.path("restriction_info");
                account.restrictions = restrictions.isEmpty() ? null : restrictions.toString();
            }
            case "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED" -> account.status = event;
            case "PARTNER_REMOVED" ->
                // A number in coexistence is taken out by its owner, in the app; the account stays.
                subject.ifPresentOrElse(number -> number.status = DISCONNECTED, () -> account.status = event);
            case "ACCOUNT_RECONNECTED", "PARTNER_ADDED" -> reconnect(account, numbers);
            default -> {
                // ACCOUNT_VIOLATION, AD_ACCOUNT_LINKED, prices and terms: the entry is all.
            }
        }
    }

    private static void ban(Account account, JsonNode ban) {
        var state = ban.path("waba_ban_state").asText();
        account.banState = state.equals("REINSTATE") ? null : state;
        account.banDate = text(ban, "waba_ban_date");
        if (state.equals("DISABLE")) {
            account.status = "DISABLED";
        } else if (state.equals("REINSTATE")) {
            account.status = ACTIVE;
            account.restrictions = null;
        }
    }

    private static void reconnect(Account account, List<ConnectedNumber> numbers) {
        if (GONE.contains(account.status)) {
            account.status = ACTIVE;
        }
        for (var number : numbers) {
            if (number.status.equals(DISCONNECTED)) {
                number.status = "CONNECTED";
            }
        }
    }

    /** The name of the entry: the event of an account_update, else the field. */
    private static String what(Told told) {
        var event = text(told.value(), "event");
        return told.field().equals("account_update") && event != null ? event : told.field();
    }

    /** The one word that says most of a value; null when there is none. */
    private static @Nullable String word(Told told) {
        var value = told.value();
        return switch (told.field()) {
            case "account_review_update" -> text(value, "decision");
            case "account_alerts" -> text(value.path("alert_info"), "alert_type");
            case "business_capability_update" -> text(value, "max_daily_conversations_per_business");
            case "account_update" -> detail(value);
            default -> text(value, "event");
        };
    }

    private static @Nullable String detail(JsonNode value) {
        for (var path : List.of(
                "/ban_info/waba_ban_state",
                "/violation_info/violation_type",
                "/restriction_info/0/restriction_type",
                "/disconnection_info/reason",
                "/partner_client_certification_info/status",
                "/volume_tier_info/tier",
                "/country")) {
            var found = value.at(path);
            if (found.isValueNode() && !found.isNull()) {
                return found.asText();
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode value, String member) {
        var found = value.path(member);
        return found.isValueNode() && !found.isNull() ? found.asText() : null;
    }
}
