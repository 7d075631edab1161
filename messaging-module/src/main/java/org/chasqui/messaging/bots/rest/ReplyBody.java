package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.messaging.bots.Reply;

/** A reply as {@code POST /messages} takes it. */
final class ReplyBody {
    private ReplyBody() {}

    static ObjectNode of(Reply reply) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("type", reply.type()).set(reply.type(), reply.content());
        return json;
    }
}
