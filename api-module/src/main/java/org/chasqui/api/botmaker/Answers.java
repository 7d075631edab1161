package org.chasqui.api.botmaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.chasqui.api.dialects.Answer;

/** Answers that many addresses give. */
public final class Answers {
    private static final int NO_CONTENT = 204;

    private Answers() {}

    /** Done, and nothing to say. */
    public static Answer empty() {
        return Answer.bytes(NO_CONTENT, "application/json; charset=utf-8", new byte[0]);
    }

    /**
     * Taken; what becomes of it is told by webhook.
     *
     * @param status 200 or 202
     */
    public static Answer taken(int status, String notificationId) {
        return Answer.json(status, JsonNodeFactory.instance.objectNode().put("webhookNotificationId", notificationId));
    }
}
