package org.chasqui.api.waabot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.StatusStep;
import org.jspecify.annotations.Nullable;

/** Messages to test with. */
public final class Letters {
    /** When each was made; its last step came a second later. */
    public static final Instant MADE = Instant.parse("2026-11-22T10:00:00.120Z");

    private Letters() {}

    /** A message of ours. */
    public static MessageView sent(UUID id, MessageStatus status, String type, String content) {
        var error = status == MessageStatus.FAILED ? new MessageError(131_026, "Undeliverable", null, "Ask.") : null;
        return letter(id, Direction.OUTBOUND, status, type, content, error);
    }

    /** A message of a person. */
    public static MessageView received(UUID id, String type, String content) {
        return letter(id, Direction.INBOUND, MessageStatus.RECEIVED, type, content, null);
    }

    private static MessageView letter(
            UUID id,
            Direction direction,
            MessageStatus status,
            String type,
            String content,
            @Nullable MessageError error) {
        return new MessageView(
                id,
                new UUID(1, 1),
                new UUID(2, 2),
                "106540352242922",
                direction,
                "2349048988056",
                "Ana",
                type,
                tree(content),
                null,
                "service",
                status,
                List.of(new StatusStep(status, MADE.plusSeconds(1))),
                "wamid.X",
                new UUID(3, 3),
                error,
                null,
                1,
                MADE,
                null,
                null,
                MessageNotes.NONE);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
