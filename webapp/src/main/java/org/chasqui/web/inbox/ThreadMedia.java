package org.chasqui.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.chasqui.messaging.media.MediaState;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.web.messages.MessageRow;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The picture, sound, film or file of a message. */
public final class ThreadMedia {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Texts TYPES = Texts.of("messages");

    private final String type;
    private final JsonNode content;
    private final Optional<MediaView> file;

    /** @param file what we keep of it; empty for a link that Meta fetches, and for what we never had */
    ThreadMedia(String type, JsonNode content, Optional<MediaView> file) {
        this.type = type;
        this.content = content;
        this.file = file;
    }

    public boolean isStored() {
        return file.filter(view -> view.state() == MediaState.STORED).isPresent();
    }

    public boolean isPending() {
        return file.filter(view -> view.state() == MediaState.PENDING).isPresent();
    }

    /** How it is drawn: image, sticker, video, audio or document; what the browser cannot be trusted with is a document. */
    public String getShape() {
        var mime = file.map(MediaView::mime).orElse("");
        boolean drawn = ConsoleMedia.isShown(mime);
        return isStored()
                        && drawn
                        && Set.of("image", "sticker", "video", "audio").contains(type)
                ? type
                : "document";
    }

    /** Our id; null when we do not keep it. */
    public @Nullable String getId() {
        return file.map(view -> view.id().toString()).orElse(null);
    }

    /** An address that Meta fetches; null when it is none. */
    public @Nullable String getLink() {
        var link = content.path("link").asText();
        return link.isEmpty() ? null : link;
    }

    public String getIcon() {
        return MessageRow.icon(type);
    }

    public String getKind() {
        return TYPES.getOr("type." + type, type);
    }

    public String getName() {
        var said = content.path("filename").asText(content.path("file_name").asText());
        var kept = file.map(MediaView::fileName).orElse(null);
        return !said.isEmpty() ? said : kept == null ? getKind() : kept;
    }

    /** Size, or why it is not there. */
    public String getState() {
        var view = file.orElse(null);
        if (view == null) {
            return getLink() == null ? TEXTS.get("media.notKept") : TEXTS.get("media.link");
        }
        return switch (view.state()) {
            case STORED -> size(view.size() == null ? 0 : view.size());
            case PENDING -> TEXTS.get("media.pending");
            case FAILED -> TEXTS.get("media.failed");
            case GONE -> TEXTS.get("media.gone");
        };
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? TEXTS.get("size.kb", Math.max(1, bytes / 1_000))
                : TEXTS.get("size.mb", String.format(Texts.LOCALE, "%.1f", bytes / 1e6));
    }
}
