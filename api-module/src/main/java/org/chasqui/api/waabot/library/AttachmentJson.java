package org.chasqui.api.waabot.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.Times;
import org.chasqui.messaging.media.MediaView;

/** A file as the dialect shows it, with Waabot's members first and what we know beyond them behind. */
final class AttachmentJson {
    private AttachmentJson() {}

    /**
     * A file.
     *
     * @param base address below which the dialect is served, without a slash at its end
     */
    static ObjectNode of(MediaView file, String base) {
        var id = ObjectId.of(file.id());
        var at = Times.iso(file.createdAt());
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("_id", id)
                .put("type", Library.kind(file))
                .put("mimetype", file.mime())
                .put("name", file.fileName() == null ? id : file.fileName())
                .put("path", base + "/attachment/" + id + "/file")
                .put("client_id", ObjectId.of(file.workspaceId()))
                .put("createdAt", at)
                .put("updatedAt", at)
                .put("__v", 0);
        return json.put("size", file.size())
                .put("sha256", file.sha256())
                .put("media_id", file.id().toString());
    }
}
