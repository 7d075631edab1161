package org.chasqui.api.dialog360.webhooks;

import java.util.List;
import java.util.Map;

/** The events that callbacks are told of: what people write, and what becomes of messages. */
final class NoticeEvents {
    static final String RECEIVED = "message.received";

    /** Meta's word for each step of a message; what was never sent has failed. */
    static final Map<String, String> STATUSES = Map.of(
            "message.sent", "sent",
            "message.delivered", "delivered",
            "message.read", "read",
            "message.played", "played",
            "message.failed", "failed",
            "message.expired", "failed",
            "message.cancelled", "failed");

    static final List<String> TYPES = List.of(
            RECEIVED,
            "message.sent",
            "message.delivered",
            "message.read",
            "message.played",
            "message.failed",
            "message.expired",
            "message.cancelled");

    private NoticeEvents() {}
}
