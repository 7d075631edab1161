package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.chasqui.sandbox.meta.MediaRules;
import org.chasqui.sandbox.world.MediaItem;
import org.chasqui.sandbox.world.MediaShelf;

/** A picture, film, recording, document or sticker from a person. */
final class PersonFile {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E" + "rkJggg==";
    private static final String STICKER = "UklGRiIAAABXRUJQVlA4TAYAAAAvQWxvAGs=";

    private PersonFile() {}

    static void put(String type, ObjectNode body, ObjectNode content, PersonCall call) {
        MediaShelf shelf = call.world().media();
        String id = body.path("media").asText();
        MediaItem item = id.isEmpty() ? sample(type, call) : shelf.find(id);
        if (item == null || !item.number().equals(call.number().id())) {
            throw ControlRefused.invalid("media must be the id of a file that was put on this number");
        }
        ObjectNode media = content.put("type", type).putObject(type);
        if (body.hasNonNull("caption")) {
            media.put("caption", body.path("caption").asText());
        }
        boolean voice = type.equals("audio") && body.path("voice").asBoolean(true);
        media.put("mime_type", voice && item.mime().equals("audio/ogg") ? "audio/ogg; codecs=opus" : item.mime());
        media.put("sha256", item.base64()).put("id", item.id());
        media.put("url", call.graphBase() + shelf.address(item));
        if (type.equals("audio")) {
            media.put("voice", voice);
        } else if (type.equals("document")) {
            String name = item.fileName();
            media.put("filename", body.path("filename").asText(name == null ? "document.pdf" : name));
        } else if (type.equals("sticker")) {
            media.put("animated", body.path("animated").asBoolean(false));
        }
    }

    /** A file of the person, checked for nothing: people send whatever they have. */
    static MediaItem store(PersonCall call, String mime, String fileName, java.io.InputStream bytes)
            throws IOException {
        MediaShelf shelf = call.world().media();
        MediaShelf.Received received = shelf.receive(bytes, MediaRules.LARGEST);
        if (received == null) {
            throw new ControlRefused(413, "too_large", "A file of a person may have 100 MB");
        }
        return shelf.keep(received, call.number(), mime, fileName.isEmpty() ? null : fileName, true);
    }

    private static MediaItem sample(String type, PersonCall call) {
        byte[] bytes = switch (type) {
            case "image" -> Base64.getDecoder().decode(PIXEL);
            case "sticker" -> Base64.getDecoder().decode(STICKER);
            case "video" -> "\0\0\0\u0018ftypmp42\0\0\0\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
            case "audio" ->
                "OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u0013OpusHead"
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        };
        String mime = switch (type) {
            case "image" -> "image/png";
            case "video" -> "video/mp4";
            case "audio" -> "audio/ogg";
            case "sticker" -> "image/webp";
            default -> "application/pdf";
        };
        try {
            return store(call, mime, "", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
