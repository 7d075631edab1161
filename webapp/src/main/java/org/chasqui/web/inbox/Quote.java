package org.chasqui.web.inbox;

import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.messages.Preview;
import org.chasqui.web.text.Texts;

/** The message that another one answers, in two lines. */
public final class Quote {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Texts TYPES = Texts.of("messages");

    private final MessageView message;
    private final String personName;

    Quote(MessageView message, String personName) {
        this.message = message;
        this.personName = personName;
    }

    public String getAuthor() {
        return message.direction() == Direction.OUTBOUND ? TEXTS.get("you") : personName;
    }

    public String getText() {
        return line(message);
    }

    static String line(MessageView message) {
        if (message.notes().revokedAt() != null) {
            return TEXTS.get("revoked");
        }
        var words = Preview.of(message);
        return words.isEmpty() ? TYPES.getOr("type." + message.type(), message.type()) : words;
    }
}
