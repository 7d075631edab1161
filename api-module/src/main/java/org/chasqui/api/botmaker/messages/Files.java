package org.chasqui.api.botmaker.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.config.Settings;
import org.jspecify.annotations.Nullable;

/** Where the files of messages can be fetched: from us, with the access-token. */
@ApplicationScoped
public class Files {
    /** Behind the version. */
    static final String PATH = "/media/{id}";

    private static final Set<String> WITH_FILE = Set.of("image", "video", "audio", "document", "sticker");

    @Inject
    Media media;

    @Inject
    Settings settings;

    /** The address of a message's file; null when it has none that we keep. */
    public @Nullable String url(MessageView message) {
        if (!WITH_FILE.contains(message.type())) {
            return null;
        }
        // A file that a person sent has the id of its message.
        var id = message.direction() == Direction.INBOUND
                ? message.id().toString()
                : message.content().path("asset").asText("");
        return media.find(message.workspaceId(), id)
                .map(file -> settings.publicUrl() + "/v2.0"
                        + PATH.replace("{id}", file.id().toString()))
                .orElse(null);
    }
}
