package org.chasqui.api.waabot.broadcasts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.Times;

/** A broadcast as the dialect shows it; {@code counts} and {@code errors} are ours. */
final class BroadcastJson {
    private BroadcastJson() {}

    static ObjectNode of(Report report) {
        var broadcast = report.broadcast();
        var at = Times.iso(broadcast.createdAt());
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("_id", ObjectId.of(broadcast.id()))
                .put("send_type", broadcast.sendType())
                .put("to", broadcast.addressed());
        json.set("message", broadcast.message());
        json.put("status", report.isOver() ? "sent" : "sending");
        var sent = json.putArray("sent");
        report.sent().forEach(sent::add);
        var pending = json.putArray("pending");
        report.pending().forEach(pending::add);
        var failed = json.putArray("failed");
        report.failed().keySet().forEach(failed::add);
        json.putObject("counts")
                .put("sent", sent.size())
                .put("pending", pending.size())
                .put("failed", failed.size());
        var errors = json.putArray("errors");
        report.failed()
                .forEach((number, reason) ->
                        errors.addObject().put("number", number).put("message", reason));
        return json.put("client_id", ObjectId.of(broadcast.workspaceId()))
                .put("createdAt", at)
                .put("updatedAt", at)
                .put("__v", 0);
    }
}
