package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Brings the world to what a webhook tells, so that Graph says the same when it is asked. */
final class NewsEffects {

    private final Management management;
    private final Catalog catalog;

    NewsEffects(Management management, Catalog catalog) {
        this.management = management;
        this.catalog = catalog;
    }

    void apply(Waba waba, @Nullable BusinessNumber number, String field, JsonNode value) throws IOException {
        switch (field) {
            case "phone_number_quality_update" -> {
                if (number != null) {
                    judge(number, value);
                }
            }
            case "phone_number_name_update" -> {
                if (number != null) {
                    name(number, value);
                }
            }
            case "account_update" -> update(waba, number, value);
            case "account_review_update" ->
                management.set(
                        waba, "account_review_status", value.path("decision").asText());
            case "business_capability_update" -> {
                for (BusinessNumber each : catalog.numbersOf(waba)) {
                    limit(
                            each,
                            value.path("max_daily_conversations_per_business").asText());
                }
            }
            default -> template(waba, value);
        }
    }

    private void judge(BusinessNumber number, JsonNode value) throws IOException {
        switch (value.path("event").asText()) {
            case "FLAGGED" -> {
                management.adjust(number, null, "FLAGGED");
                rate(number, "RED");
            }
            case "UNFLAGGED" -> {
                management.adjust(number, null, "CONNECTED");
                rate(number, "GREEN");
            }
            case "THROUGHPUT_UPGRADE" -> management.adjust(number, Throughput.HIGH, null);
            default -> {
                // Only the limit changes.
            }
        }
        String limit = value.path("current_limit")
                .asText(value.path("max_daily_conversations_per_business").asText());
        limit(number, limit);
    }

    private void rate(BusinessNumber number, String rating) throws IOException {
        ObjectNode facts = Json.object().put("quality_rating", rating);
        facts.putObject("quality_score").put("score", rating);
        management.set(number, facts);
    }

    private void limit(BusinessNumber number, String told) throws IOException {
        if (told.isEmpty()) {
            return;
        }
        String tier = told.startsWith("TIER_")
                ? told
                : told.endsWith("000") ? "TIER_" + told.substring(0, told.length() - 3) + "K" : "TIER_" + told;
        management.set(
                number,
                Json.object()
                        .put("whatsapp_business_manager_messaging_limit", tier)
                        .put("messaging_limit_tier", tier));
    }

    private void name(BusinessNumber number, JsonNode value) throws IOException {
        ObjectNode facts = Json.object();
        switch (value.path("decision").asText()) {
            case "APPROVED" ->
                facts.put("name_status", "APPROVED")
                        .put(
                                "verified_name",
                                value.path("requested_verified_name").asText());
            case "REJECTED" -> facts.put("name_status", "DECLINED");
            default -> facts.put("name_status", "PENDING_REVIEW");
        }
        management.set(number, facts);
    }

    private void update(Waba waba, @Nullable BusinessNumber number, JsonNode value) throws IOException {
        switch (value.path("event").asText()) {
            case "VERIFIED_ACCOUNT" -> management.set(waba, "business_verification_status", "verified");
            case "DISABLED_UPDATE" -> {
                String state = value.at("/ban_info/waba_ban_state").asText();
                if (!state.equals("SCHEDULE_FOR_DISABLE")) {
                    management.set(waba, "status", state.equals("DISABLE") ? "DISABLED" : "ACTIVE");
                }
            }
            case "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED" -> management.set(waba, "status", "DISABLED");
            case "PARTNER_REMOVED" -> {
                if (number == null) {
                    management.set(waba, "status", "DISABLED");
                } else {
                    management.adjust(number, null, "DISCONNECTED");
                }
            }
            case "ACCOUNT_RECONNECTED", "PARTNER_ADDED" -> {
                management.set(waba, "status", "ACTIVE");
                for (BusinessNumber each : catalog.numbersOf(waba)) {
                    if (each.status().equals("DISCONNECTED")) {
                        management.adjust(each, null, "CONNECTED");
                    }
                }
            }
            default -> {
                // Violations, prices and terms: Graph shows nothing of them.
            }
        }
    }

    private void template(Waba waba, JsonNode value) throws IOException {
        var known = waba.template(
                value.path("message_template_name").asText(),
                value.path("message_template_language").asText());
        if (known == null) {
            return;
        }
        ObjectNode json = known.toJson();
        String event = value.path("event").asText();
        if (!event.isEmpty() && !event.equals("FLAGGED")) {
            json.put("status", event);
        }
        if (value.has("new_quality_score")) {
            json.putObject("quality_score")
                    .put("score", value.path("new_quality_score").asText());
        }
        if (value.has("reason")) {
            json.put("rejected_reason", value.path("reason").asText("NONE"));
        }
        if (value.has("new_category")) {
            json.put("category", value.path("new_category").asText());
        }
        management.put(waba, json);
    }
}
