package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.chasqui.messaging.dispatch.CallbackData;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Pricing;
import org.chasqui.messaging.messages.ledger.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code statuses} (Meta, Cloud API reference):
 *
 * <pre>{@code
 * {"id":"wamid.…","status":"delivered","timestamp":"1700000000","recipient_id":"5511…",
 *  "biz_opaque_callback_data":"<id>.<attempt>","pricing":{"billable":true,"pricing_model":"PMP","category":"utility",…},
 *  "errors":[{"code":131047,"title":"Re-engagement message","error_data":{"details":"…"}}]}
 * }</pre>
 *
 * @param mark our mark, when Meta echoes it
 */
record StatusNotice(
        String wamid,
        MessageStatus status,
        Instant at,
        @Nullable CallbackData mark,
        Fact.@Nullable Problem problem,
        @Nullable Pricing pricing,
        JsonNode source) {

    /**
     * Reads a status.
     *
     * @param receivedAt when it came; Meta's times are whole seconds, so within that second ours is the better one
     * @return empty for a status that is none of a message's life (calls, {@code deleted}, {@code warning})
     */
    static Optional<StatusNotice> read(JsonNode status, Instant receivedAt) {
        var kind = kind(status.path("status").asText());
        var wamid = status.path("id").asText("");
        if (kind == null || wamid.isEmpty() || status.path("type").asText().equals("call")) {
            return Optional.empty();
        }
        var told = Instant.ofEpochSecond(status.path("timestamp").asLong());
        var mark = CallbackData.parse(status.path("biz_opaque_callback_data").asText(""));
        return Optional.of(new StatusNotice(
                wamid,
                kind,
                refined(told, receivedAt),
                mark.orElse(null),
                kind == MessageStatus.FAILED ? problem(status.at("/errors/0")) : null,
                pricing(status.path("pricing")),
                status));
    }

    Fact.Told fact() {
        return new Fact.Told(at, status, wamid, problem, pricing);
    }

    /**
     * Who it went to, when Meta tells both his number and his user id: he may write with the user id alone one day (Meta,
     * business-scoped user ids). Empty for groups, where the recipient is nobody's number.
     */
    Optional<Writer> shown(JsonNode contacts) {
        if (source.path("recipient_type").asText().equals("group")) {
            return Optional.empty();
        }
        var who = Writer.read(
                source.path("recipient_id").asText(""),
                source.path("recipient_user_id").asText(""),
                source.path("recipient_parent_user_id").asText(""),
                contacts);
        return who == null || who.phone() == null || who.userId() == null ? Optional.empty() : Optional.of(who);
    }

    static Instant refined(Instant told, Instant receivedAt) {
        boolean sameSecond = !receivedAt.isBefore(told) && receivedAt.isBefore(told.plus(Duration.ofSeconds(1)));
        return sameSecond ? receivedAt.truncatedTo(ChronoUnit.MILLIS) : told;
    }

    private static @Nullable MessageStatus kind(String word) {
        return switch (word) {
            case "sent" -> MessageStatus.SENT;
            case "delivered" -> MessageStatus.DELIVERED;
            case "read" -> MessageStatus.READ;
            case "played" -> MessageStatus.PLAYED;
            case "failed" -> MessageStatus.FAILED;
            default -> null;
        };
    }

    private static Fact.Problem problem(JsonNode error) {
        var details = error.at("/error_data/details").asText("");
        return new Fact.Problem(
                error.path("code").asInt(),
                Clean.text(error.path("title").asText(error.path("message").asText("Failed"))),
                details.isEmpty() ? null : Clean.text(details));
    }

    private static @Nullable Pricing pricing(JsonNode pricing) {
        if (!pricing.isObject()) {
            return null;
        }
        return new Pricing(
                text(pricing, "pricing_model"),
                text(pricing, "type"),
                text(pricing, "category"),
                pricing.hasNonNull("billable") ? pricing.get("billable").asBoolean() : null);
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }
}
