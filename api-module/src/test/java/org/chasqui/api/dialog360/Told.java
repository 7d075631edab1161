package org.chasqui.api.dialog360;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.jspecify.annotations.Nullable;

/** Messages for tests. */
public final class Told {
    public static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    public static final UUID ID = UUID.fromString("0190a7c4-89ab-7cde-8f01-23456789abcd");
    public static final String WAMID = "wamid.HBgLMTQxNTU1NTAxMDA";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Told() {}

    /** A message of ours as it stands. */
    public static MessageView outbound(
            String type, MessageStatus status, @Nullable String wamid, @Nullable MessageError error) {
        return message(Direction.OUTBOUND, "14155550100", type, "{}", status, wamid, error, MessageNotes.NONE);
    }

    /** A message that a person wrote. */
    public static MessageView inbound(String type, String content, MessageNotes notes) {
        return message(Direction.INBOUND, "14155550100", type, content, MessageStatus.RECEIVED, WAMID, null, notes);
    }

    /** A message that somebody wrote who is known by a business-scoped id alone. */
    public static MessageView inboundOf(String peer) {
        return message(
                Direction.INBOUND,
                peer,
                "text",
                "{\"body\":\"Hi\"}",
                MessageStatus.RECEIVED,
                WAMID,
                null,
                MessageNotes.NONE);
    }

    /** Reads JSON. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static MessageView message(
            Direction direction,
            String peer,
            String type,
            String content,
            MessageStatus status,
            @Nullable String wamid,
            @Nullable MessageError error,
            MessageNotes notes) {
        return new MessageView(
                ID,
                new UUID(0, 1),
                new UUID(0, 2),
                "106540352242922",
                direction,
                peer,
                "Ana",
                type,
                tree(content),
                null,
                null,
                status,
                List.of(),
                wamid,
                new UUID(0, 3),
                error,
                null,
                1,
                AT,
                null,
                null,
                notes);
    }
}
