package org.chasqui.api.graph.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.chasqui.messaging.events.EventView;
import org.jspecify.annotations.Nullable;

/**
 * Notifications of the fields besides {@code messages}. What Meta has told of numbers and accounts goes on word for word; what it
 * decides about templates is put into its words again, because we may have learnt of it in another way.
 */
final class OtherFields {
    /** What we tell of accounts ourselves, in the same shape. */
    private static final Set<String> OURS = Set.of("access_token");

    private OtherFields() {}

    /** Empty for what Meta would not have told. */
    static Optional<ObjectNode> of(EventView event, JsonNode data) {
        return switch (event.type()) {
            case "template.status" -> template(event, data, "message_template_status_update", status(data));
            case "template.quality" -> template(event, data, "message_template_quality_update", quality(data));
            case "template.category" -> template(event, data, "template_category_update", category(data));
            case "account.update", "number.status", "number.quality", "number.limit", "number.name" ->
                wordForWord(event, data);
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> wordForWord(EventView event, JsonNode data) {
        var field = data.path("field").asText();
        return field.isEmpty() || OURS.contains(field)
                ? Optional.empty()
                : Optional.of(envelope(data.path("waba_id").asText(), event.createdAt(), field, data.path("value")));
    }

    private static Optional<ObjectNode> template(EventView event, JsonNode data, String field, ObjectNode value) {
        var id = data.path("meta_id").asText();
        if (id.matches("\\d{1,18}")) {
            value.put("message_template_id", Long.parseLong(id));
        }
        value.put("message_template_name", data.path("name").asText())
                .put("message_template_language", data.path("language").asText());
        return Optional.of(envelope(data.path("waba_id").asText(), event.createdAt(), field, value));
    }

    private static ObjectNode status(JsonNode data) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", data.path("status").asText())
                .put("reason", data.path("reason").asText("NONE"))
                .put("message_template_category", data.path("category").asText());
    }

    private static ObjectNode quality(JsonNode data) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("previous_quality_score", data.path("previous_quality").asText("UNKNOWN"))
                .put("new_quality_score", data.path("quality").asText("UNKNOWN"));
    }

    /** A day ahead Meta names the category that will be correct beside the one that still holds. */
    private static ObjectNode category(JsonNode data) {
        var value = JsonNodeFactory.instance
                .objectNode()
                .put("new_category", data.path("category").asText());
        if (data.hasNonNull("next_category")) {
            return value.put("correct_category", data.path("next_category").asText());
        }
        return data.hasNonNull("previous_category")
                ? value.put("previous_category", data.path("previous_category").asText())
                : value;
    }

    /**
     * One change in Meta's envelope.
     *
     * @param at when it was told; null for the field {@code messages}, whose entries have no time
     */
    static ObjectNode envelope(String wabaId, @Nullable Instant at, String field, JsonNode value) {
        var body = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        var entry = body.putArray("entry").addObject().put("id", wabaId);
        if (at != null) {
            entry.put("time", at.getEpochSecond());
        }
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return body;
    }
}
