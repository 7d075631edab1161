package org.chasqui.api.waabot.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.chasqui.api.waabot.wire.WireMessage;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.config.Settings;

/** Adds what we know of the file of a message: where it can be fetched from us, its type, its length, its digest. */
@ApplicationScoped
class FileDetails {
    private static final Set<String> WITH_FILE = Set.of("image", "video", "audio", "document", "sticker");

    @Inject
    Media media;

    @Inject
    Settings settings;

    void addTo(ObjectNode content, MessageView message) {
        if (!WITH_FILE.contains(message.type())
                || !(content.get(message.type() + "Message") instanceof ObjectNode part)) {
            return;
        }
        // A file that a person sent has the id of its message.
        var id = message.direction() == Direction.INBOUND
                ? message.id().toString()
                : message.content().path("asset").asText("");
        media.find(message.workspaceId(), id).ifPresent(file -> describe(part, file));
    }

    private void describe(ObjectNode part, MediaView file) {
        part.put("url", settings.publicUrl() + "/api/v1/attachment/" + file.id() + "/file");
        part.put("mimetype", file.mime());
        var size = file.size();
        var sha256 = file.sha256();
        if (size != null && sha256 != null) {
            part.put("fileLength", Long.toString(size)).put("fileSha256", WireMessage.sha256(sha256));
        }
    }
}
