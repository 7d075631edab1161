package org.chasqui.api.dialog360.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.ErrorCodes;
import org.chasqui.api.dialog360.MetaRefusal;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.api.dialog360.Style;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.graph.GraphError;

/**
 * What a client gets for a message. Meta's wamid when Meta has answered; our own id, which every address of the dialect takes as
 * well, when it has not: the message is kept then and will be sent, so that nobody must send it again.
 */
final class Receipt {
    private static final int SOMETHING_WENT_WRONG = 131000;

    private Receipt() {}

    /**
     * The answer.
     *
     * @param input the recipient as the client wrote it
     * @throws MetaRefusal when Meta has refused the message, or its time was over
     */
    static Answer of(MessageView message, String input, Style style) {
        boolean isRefused = message.status() == MessageStatus.FAILED
                || message.status() == MessageStatus.EXPIRED
                || message.status() == MessageStatus.CANCELLED;
        if (message.wamid() == null && isRefused) {
            throw new MetaRefusal(error(message));
        }
        return style == Style.CLOUD
                ? Answer.json(200, cloud(message, input))
                : Answer.json(201, onPremise(message, input));
    }

    private static ObjectNode cloud(MessageView message, String input) {
        var body = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        addContactAndId(body, message, input);
        if (message.type().equals("template") || message.wamid() == null) {
            ((ObjectNode) body.at("/messages/0")).put("message_status", "accepted");
        }
        return body;
    }

    private static ObjectNode onPremise(MessageView message, String input) {
        var body = JsonNodeFactory.instance.objectNode();
        addContactAndId(body, message, input);
        body.set("meta", Refusals.meta());
        return body;
    }

    private static void addContactAndId(ObjectNode body, MessageView message, String input) {
        var contact = body.putArray("contacts").addObject().put("input", input);
        contact.put(Recipient.isUserId(message.peer()) ? "user_id" : "wa_id", message.peer());
        var id = message.wamid() == null ? message.id().toString() : message.wamid();
        body.putArray("messages").addObject().put("id", id);
    }

    private static GraphError error(MessageView message) {
        var told = Objects.requireNonNullElseGet(
                message.error(),
                () -> new MessageError(
                        0,
                        "Something went wrong",
                        "The message is " + message.status().wireName() + ".",
                        ""));
        int code = told.code() == 0 ? SOMETHING_WENT_WRONG : told.code();
        var details = told.details() == null ? told.advice() : told.details();
        return new GraphError(ErrorCodes.status(code), code, null, told.title(), details, null);
    }
}
