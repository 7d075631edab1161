package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A message that a bot answers with, ready to be sent.
 *
 * @param type as the Cloud API names it
 * @param content what stands under that name
 */
public record Reply(String type, JsonNode content) {
    /** A plain text. */
    public static Reply text(String body) {
        return new Reply("text", JsonNodeFactory.instance.objectNode().put("body", body));
    }
}
