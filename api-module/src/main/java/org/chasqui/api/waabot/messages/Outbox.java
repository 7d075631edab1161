package org.chasqui.api.waabot.messages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.api.waabot.wire.WireMessage;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Hands messages over: when this returns, they are stored and will be sent. Nobody waits for Meta; clients give up after 4 s. */
@ApplicationScoped
class Outbox {
    /** The last bits of an id, in which the place within the call stands. */
    private static final long PLACE = 0xFFF;

    @Inject
    Messages messages;

    /**
     * What became of the parts of one call.
     *
     * @param accepted those that are stored, in their order
     * @param problem why the first of the others was refused; null when there are none
     */
    record Sent(List<MessageView> accepted, @Nullable RequestFailed problem) {
        /** The messages as an answer lists them. */
        ArrayNode list() {
            var list = JsonNodeFactory.instance.arrayNode();
            accepted.forEach(message -> list.add(receipt(message).put("type", message.type())));
            return list;
        }
    }

    /**
     * Sends one message.
     *
     * @throws RequestFailed when it is refused
     */
    MessageView send(WaabotCall call, SenderNumber sender, String peer, MessagePart part) {
        return messages.send(command(call, sender, peer, part, 0));
    }

    /**
     * Sends several messages, in their order.
     *
     * @throws RequestFailed when not one of them is accepted
     */
    Sent sendAll(WaabotCall call, SenderNumber sender, String peer, List<MessagePart> parts) {
        var commands = new ArrayList<SendMessage>();
        for (var part : parts) {
            commands.add(command(call, sender, peer, part, commands.size()));
        }
        var outcomes = messages.sendAll(commands);
        var accepted = outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).message())
                .toList();
        var problem = outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(outcome -> ((Outcome.Refused) outcome).problem())
                .findFirst();
        if (accepted.isEmpty() && problem.isPresent()) {
            throw problem.get();
        }
        return new Sent(accepted, problem.orElse(null));
    }

    /** Which message it is, that it waits to be sent, and our own id of it. */
    static ObjectNode receipt(MessageView message) {
        var receipt = JsonNodeFactory.instance.objectNode();
        receipt.set("key", WireMessage.key(message.peer(), true, message.id()));
        return receipt.put("status", "PENDING")
                .put("messageTimestamp", WireMessage.timestamp(message.createdAt()))
                .put("id", message.id().toString());
    }

    private static SendMessage command(WaabotCall call, SenderNumber sender, String peer, MessagePart part, int place) {
        return new SendMessage(
                sender.workspaceId(),
                sender.id().toString(),
                peer,
                part.type(),
                part.content(),
                null,
                null,
                idOf(call.reservedId(), place));
    }

    /** The same for each run of a call, and rising: messages to one person go out in the order of their ids. */
    private static @Nullable UUID idOf(@Nullable UUID reserved, int place) {
        return reserved == null
                ? null
                : new UUID(reserved.getMostSignificantBits(), reserved.getLeastSignificantBits() & ~PLACE | place);
    }
}
