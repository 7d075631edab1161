package org.chasqui.api.waabot.broadcasts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.waabot.parts.MessagePart;
import org.jspecify.annotations.Nullable;

/**
 * One message, or a few of them, to a list of people.
 *
 * @param numberId our id of the number that sends
 * @param sendType {@code individual} or {@code group}
 * @param addressed numbers or groups as the client wrote them
 * @param message as the client wrote it
 * @param parts the messages that each recipient gets, in their order
 * @param handedAt when the last recipient was handed over; null while some wait
 */
record Broadcast(
        UUID id,
        UUID workspaceId,
        UUID numberId,
        String sendType,
        String addressed,
        JsonNode message,
        List<MessagePart> parts,
        String createdBy,
        Instant createdAt,
        @Nullable Instant handedAt) {
    static final String INDIVIDUAL = "individual";
    static final String GROUP = "group";

    /** Whether some recipients have not had their turn. */
    boolean isOpen() {
        return handedAt == null;
    }
}
