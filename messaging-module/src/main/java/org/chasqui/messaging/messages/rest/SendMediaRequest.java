package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages/media}. */
@Schema(name = "SendMedia", description = "A picture, a document, a sound or a film; needs the open window.")
public record SendMediaRequest(
        @Schema(description = "Id of the sender number, ours or Meta's.", example = "106540352242922", required = true)
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "Recipient in international form (E.164), or a business-scoped user id.",
                example = "+5511955501234",
                required = true)
        @Nullable
        String to,

        @Schema(description = "image, document, audio, video or sticker", example = "image", required = true) @Nullable
        String type,

        @Schema(
                description = "Id of an upload, or the http(s) address that Meta fetches the file from.",
                example = "https://example.com/receipt.pdf",
                required = true)
        @Nullable
        String mediaId,

        @Schema(description = "Text below an image, a video or a document, up to 1,024 characters.") @Nullable
        String caption,

        @Schema(description = "Name of a document.", example = "receipt.pdf") @Nullable
        String filename,

        @Schema(description = "Whether a sound is shown as a voice message (ogg with opus).") @Nullable
        Boolean voice,

        @Schema(
                description = "`{message_id}`: the message that this one answers, by our id or its wamid.",
                implementation = Object.class)
        @Nullable
        JsonNode context,

        @Schema(description = "Seconds for which the message is worth sending, 30 to 2592000.", example = "3600")
        @Nullable
        Long ttl) {

    private static final Set<String> TYPES = Set.of("image", "document", "audio", "video", "sticker");

    Wish wish() {
        var kind = Wish.required("type", type);
        if (!TYPES.contains(kind)) {
            throw RequestFailed.invalid(
                    "type", "is \"" + kind + "\"; must be one of image, document, audio, video, sticker.");
        }
        var source = Wish.required("media_id", mediaId).strip();
        var medium = JsonNodeFactory.instance.objectNode();
        medium.put(isAddress(source) ? "link" : "id", source);
        if (caption != null) {
            medium.put("caption", caption);
        }
        if (filename != null) {
            medium.put("filename", filename);
        }
        if (voice != null) {
            medium.put("voice", voice);
        }
        return new Wish(phoneNumberId, to, kind, medium, context, ttl, names(kind));
    }

    private static boolean isAddress(String source) {
        var lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http:") || lower.startsWith("https:");
    }

    private static Map<String, String> names(String kind) {
        return Map.of(
                kind,
                "media_id",
                kind + ".id",
                "media_id",
                kind + ".link",
                "media_id",
                kind + ".caption",
                "caption",
                kind + ".filename",
                "filename",
                kind + ".voice",
                "voice");
    }
}
