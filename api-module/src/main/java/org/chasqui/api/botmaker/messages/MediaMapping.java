package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * {@code media: {filename, mimeType, url}}. Meta fetches the file itself; whether it could is told by the status of the message.
 *
 * @param type image, video, audio, sticker or document
 * @param filename for documents; null for none
 * @param caption text below it; null for none
 */
record MediaMapping(
        String type,
        String url,
        @Nullable String filename,
        @Nullable String caption) {
    private static final Set<String> KINDS = Set.of("image", "video", "audio");

    /** WhatsApp takes it as a sticker alone. */
    private static final String WEBP = "image/webp";

    /** What endings of addresses say where no MIME type does. */
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("jpg", "image"),
            Map.entry("jpeg", "image"),
            Map.entry("png", "image"),
            Map.entry("webp", "sticker"),
            Map.entry("mp4", "video"),
            Map.entry("3gp", "video"),
            Map.entry("aac", "audio"),
            Map.entry("ogg", "audio"),
            Map.entry("amr", "audio"),
            Map.entry("mp3", "audio"),
            Map.entry("m4a", "audio"));

    static MediaMapping of(Arguments media) {
        var url = media.demand("url").strip();
        var filename = media.text("filename").map(String::strip);
        var type = media.text("mimeType")
                .map(mime -> kind(mime.strip(), media.path("mimeType")))
                .orElseGet(() -> BY_ENDING.getOrDefault(ending(filename.orElse(url)), "document"));
        return new MediaMapping(type, url, filename.or(() -> lastWord(url)).orElse(null), null);
    }

    /** Botmaker has types of its own for documents, too: file/pdf. */
    private static String kind(String mime, String field) {
        var parts = mime.toLowerCase(Locale.ROOT).split("/", 2);
        if (parts.length < 2) {
            throw RequestFailed.invalid(field, "must be a MIME type such as image/jpeg or application/pdf.");
        }
        if (mime.equalsIgnoreCase(WEBP)) {
            return "sticker";
        }
        return KINDS.contains(parts[0]) ? parts[0] : "document";
    }

    MediaMapping with(String text) {
        return new MediaMapping(type, url, filename, text);
    }

    Outgoing outgoing() {
        var content = JsonNodeFactory.instance.objectNode().put("link", url);
        if (type.equals("document") && filename != null) {
            content.put("filename", filename);
        }
        if (caption != null) {
            content.put("caption", caption);
        }
        return new Outgoing(type, content, null);
    }

    private static Optional<String> lastWord(String url) {
        var path = url.replaceFirst("[?#].*", "").replaceFirst("^[^/]*//[^/]*", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    private static String ending(String name) {
        var path = name.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
