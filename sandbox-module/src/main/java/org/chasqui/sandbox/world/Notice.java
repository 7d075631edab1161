package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One piece of news of an account, a number or a template.
 *
 * @param seq its place among all that happened
 * @param waba id of the account
 * @param field name of the subscription, for example {@code phone_number_quality_update}
 * @param value in Meta's shape
 * @param at when it happened (milliseconds)
 */
record Notice(long seq, String waba, String field, JsonNode value, long at) {

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("seq", seq).put("waba", waba).put("field", field);
        json.put("at", at).set("value", value);
        return json;
    }

    static Notice fromJson(JsonNode json) {
        return new Notice(
                json.path("seq").asLong(),
                json.path("waba").asText(),
                json.path("field").asText(),
                json.path("value"),
                json.path("at").asLong());
    }
}
