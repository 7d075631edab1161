package org.chasqui.api.notices;

import java.util.List;
import java.util.Map;

/** The events that can be told in the words of Meta's field {@code messages}: what people write, and what becomes of messages. */
public final class NoticeEvents {
    /** A person wrote. */
    public static final String RECEIVED = "message.received";

    /** Meta's word for each step of a message; what was never sent has failed. */
    public static final Map<String, String> STATUSES = Map.of(
            "message.sent", "sent",
            "message.delivered", "delivered",
            "message.read", "read",
            "message.played", "played",
            "message.failed", "failed",
            "message.expired", "failed",
            "message.cancelled", "failed");

    /** All of them. */
    public static final List<String> TYPES = List.of(
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
