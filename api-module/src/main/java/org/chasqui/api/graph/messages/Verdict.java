package org.chasqui.api.graph.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.failure.RequestFailed;

/** What became of a message by the time its sender is answered, as Meta would say it. */
final class Verdict {
    /** Where the message stands; Meta's answer has no place for it. */
    static final String STATUS_HEADER = "X-Chasqui-Status";

    private Verdict() {}

    /**
     * Meta's answer. A message whose wamid is not known yet goes by our id, which is taken wherever a wamid is; it is sent
     * all the same, so that the client must not send it once more.
     *
     * @param input the person as the client wrote it
     * @throws RequestFailed when Meta has refused the message, in Meta's words
     */
    static Answer of(MessageView message, String input) {
        var wamid = message.wamid();
        if (wamid == null) {
            checkAlive(message);
        }
        var answer = Answer.json(
                200, tree(message, input, wamid == null ? message.id().toString() : wamid));
        return answer.with(STATUS_HEADER, message.status().wireName());
    }

    private static void checkAlive(MessageView message) {
        var error = message.error();
        if (message.status() == MessageStatus.FAILED && error != null) {
            var details = error.details() == null ? error.advice() : error.details();
            throw MetaFailed.ofMessage(error.code(), error.title(), details);
        }
        if (message.status() == MessageStatus.EXPIRED || message.status() == MessageStatus.CANCELLED) {
            throw MetaFailed.ofMessage(
                    0,
                    "Something went wrong",
                    "The message was " + message.status().wireName() + " before it was sent.");
        }
    }

    private static ObjectNode tree(MessageView message, String input, String id) {
        var tree = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        var contact = tree.putArray("contacts").addObject().put("input", input);
        contact.put(Recipient.isUserId(message.peer()) ? "user_id" : "wa_id", message.peer());
        var sent = tree.putArray("messages").addObject().put("id", id);
        if (message.type().equals("template")) {
            sent.put("message_status", "accepted");
        }
        return tree;
    }
}
