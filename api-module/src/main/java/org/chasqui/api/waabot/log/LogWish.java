package org.chasqui.api.waabot.log;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.wire.ChatId;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Which messages of the log are wanted. */
final class LogWish {
    private static final Set<MessageStatus> GOOD = Set.of(
            MessageStatus.ACCEPTED,
            MessageStatus.SENT,
            MessageStatus.DELIVERED,
            MessageStatus.READ,
            MessageStatus.PLAYED);
    private static final Set<MessageStatus> OPEN =
            Set.of(MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.UNCERTAIN);
    private static final Set<MessageStatus> BAD =
            Set.of(MessageStatus.FAILED, MessageStatus.EXPIRED, MessageStatus.CANCELLED);

    private LogWish() {}

    /**
     * Reads {@code type} and {@code chatId}. {@code type} is {@code all}; {@code sent}, {@code pending} or {@code failed} for
     * what was sent; {@code received} for what came in.
     *
     * @param numberId our id of the number whose log is wanted; null for all numbers
     * @throws RequestFailed VALIDATION_FAILED
     */
    static MessageFilter read(Arguments arguments, @Nullable UUID numberId) {
        var type = arguments.text("type").orElse("all").strip().toLowerCase(Locale.ROOT);
        var number = numberId == null ? null : numberId.toString();
        var peer = arguments
                .text("chatId")
                .map(chat -> ChatId.parse("chatId", Optional.of(chat)))
                .orElse(null);
        return switch (type) {
            case "all" -> filter(number, peer, Set.of(), null);
            case "sent" -> filter(number, peer, GOOD, Direction.OUTBOUND);
            case "pending" -> filter(number, peer, OPEN, Direction.OUTBOUND);
            case "failed" -> filter(number, peer, BAD, Direction.OUTBOUND);
            case "outgoing", "outbound" -> filter(number, peer, Set.of(), Direction.OUTBOUND);
            case "received", "incoming", "inbound" -> filter(number, peer, Set.of(), Direction.INBOUND);
            default -> throw RequestFailed.invalid("type", "must be all, sent, pending, failed, outgoing or received.");
        };
    }

    private static MessageFilter filter(
            @Nullable String number,
            @Nullable String peer,
            Set<MessageStatus> statuses,
            @Nullable Direction direction) {
        return new MessageFilter(number, null, peer, statuses, direction, null, null, null, null, null);
    }
}
