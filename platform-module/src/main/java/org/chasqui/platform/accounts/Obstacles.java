package org.chasqui.platform.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * What Meta's words about a number and its account mean for sending. FLAGGED and RATE_LIMITED are no obstacles: such a
 * number still sends, and what Meta refuses is handled where it is refused. Only what certainly stops every message
 * stops us, so that nothing fails that could have waited.
 */
final class Obstacles {
    private static final Set<String> BOTH_WAYS =
            Set.of("RESTRICTED_BIZ_INITIATED_MESSAGING", "RESTRICTED_CUSTOMER_INITIATED_MESSAGING");

    private Obstacles() {}

    /** What keeps a number of an account from sending. */
    static Optional<Obstacle> of(ConnectedNumber number) {
        var account = number.account;
        return ofAccount(account.status)
                .or(() -> ofRestrictions(account.restrictions))
                .or(() -> ofNumber(number.status));
    }

    private static Optional<Obstacle> ofAccount(String status) {
        return Optional.ofNullable(
                switch (status) {
                    case "DISABLED", "DISABLE" ->
                        forGood("Meta has disabled the WhatsApp account. Ask for a review in WhatsApp Manager.");
                    case "ACCOUNT_DELETED", "DELETED" ->
                        forGood("The WhatsApp account was deleted at Meta. Connect another one.");
                    case "PARTNER_REMOVED", "ACCOUNT_OFFBOARDED" ->
                        forGood("Meta says that the account was taken away from this app (" + status
                                + "). Connect it again.");
                    default -> null;
                });
    }

    private static Optional<Obstacle> ofNumber(String status) {
        return Optional.ofNullable(
                switch (status) {
                    case "BANNED" ->
                        forGood("Meta has banned the number (BANNED). Ask for a review in WhatsApp Manager.");
                    case "RESTRICTED" ->
                        forGood("Meta has restricted the number (RESTRICTED). WhatsApp Manager says why and how long.");
                    case "DISCONNECTED" ->
                        forGood("The number is not connected to the Cloud API (DISCONNECTED). Connect it again.");
                    case "PENDING", "UNVERIFIED" ->
                        forGood("The number is not registered yet (" + status + "). Register it with its PIN.");
                    case "MIGRATED", "DELETED" ->
                        forGood("The number has left this account (" + status + "). Remove it, or connect it again.");
                    default -> null;
                });
    }

    /** Restricted in both directions means that nothing goes out. */
    private static Optional<Obstacle> ofRestrictions(@Nullable String restrictions) {
        var types = new ArrayList<String>();
        Instant until = null;
        for (var restriction : list(restrictions)) {
            var type = restriction.path("restriction_type").asText();
            if (BOTH_WAYS.contains(type)) {
                types.add(type);
                var seconds = restriction.path("expiration").asLong();
                var ends = seconds > 0 ? Instant.ofEpochSecond(seconds) : null;
                // The first that ends lets some messages through again.
                until = until == null || ends != null && ends.isBefore(until) ? ends : until;
            }
        }
        return types.containsAll(BOTH_WAYS)
                ? Optional.of(new Obstacle(
                        "Meta has restricted the account from sending (ACCOUNT_RESTRICTION). WhatsApp Manager says why.",
                        until))
                : Optional.empty();
    }

    private static List<JsonNode> list(@Nullable String restrictions) {
        var all = new ArrayList<JsonNode>();
        if (restrictions != null) {
            try {
                Json.mapper().readTree(restrictions).forEach(all::add);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("Restrictions that are no JSON", impossible);
            }
        }
        return all;
    }

    private static Obstacle forGood(String reason) {
        return new Obstacle(reason, null);
    }
}
