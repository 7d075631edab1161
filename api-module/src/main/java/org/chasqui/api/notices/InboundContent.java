package org.chasqui.api.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.messaging.messages.MessageView;

/** What every style has of a message that came in. */
public final class InboundContent {
    private InboundContent() {}

    /**
     * What stands under the name of the type, as Meta has sent it; empty when nothing did. What is no object, as a list of contacts,
     * is kept inside of one.
     */
    public static JsonNode of(MessageView message) {
        var content = message.content();
        var inside = content.path(message.type());
        return content.size() == 1 && inside.isArray() ? inside : withoutUrl(content);
    }

    /** Meta's address of a file needs Meta's token, and ends: a client asks for the file by its id. */
    private static JsonNode withoutUrl(JsonNode content) {
        if (!(content instanceof ObjectNode object) || !object.has("mime_type")) {
            return content;
        }
        var copy = object.deepCopy();
        copy.remove("url");
        return copy;
    }

    /** Adds what Meta sent beside the content: what it answers, where it came from, what is wrong with it. */
    public static void addNotes(ObjectNode told, MessageView message) {
        var notes = message.notes();
        if (notes.context() != null) {
            told.set("context", notes.context());
        }
        if (notes.extra() instanceof ObjectNode extra) {
            extra.properties().forEach(member -> {
                if (!told.has(member.getKey())) {
                    told.set(member.getKey(), member.getValue());
                }
            });
        }
    }
}
