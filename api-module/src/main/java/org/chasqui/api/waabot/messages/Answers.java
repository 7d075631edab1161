package org.chasqui.api.waabot.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.messaging.messages.MessageView;

/** What is answered to who sends. */
final class Answers {
    static final String SENT = "Message sent successfully";

    private Answers() {}

    /**
     * One message.
     *
     * @param shown the message as Baileys would show it
     * @param warnings where it is other than was asked for
     */
    static Answer single(MessageView message, JsonNode shown, List<String> warnings) {
        var data = Outbox.receipt(message);
        data.set("message", shown);
        if (!warnings.isEmpty()) {
            warnings.forEach(data.putArray("warnings")::add);
        }
        return Envelope.ok(SENT, data);
    }
}
