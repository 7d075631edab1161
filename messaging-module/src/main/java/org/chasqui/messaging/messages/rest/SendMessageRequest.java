package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /messages}, and an item of {@code POST /messages/batch}. */
@Schema(
        name = "SendMessage",
        description = "A message of any type of the Cloud API: `type`, and the object of that name as the Cloud API has"
                + " it. For a text, `text` may be a string and `type` may be left out.")
public record SendMessageRequest(
        @Schema(description = "Id of the sender number, ours or Meta's.", example = "106540352242922", required = true)
        @Nullable
        String phoneNumberId,

        @Schema(
                description = "Recipient in international form (E.164), or a business-scoped user id.",
                example = "+5511955501234",
                required = true)
        @Nullable
        String to,

        @Schema(description = "Business-scoped user id, in place of `to`.", example = "US.13491208655302741918")
        @Nullable
        String recipient,

        @Schema(
                description =
                        "Cloud API type; `text` when left out. One of text, image, video, audio, document, sticker,"
                                + " location, contacts, reaction, interactive, template.",
                example = "text")
        @Nullable
        String type,

        @Schema(
                description = "The text, 1 to 4,096 characters; or the Cloud API's object `{body, preview_url}`.",
                type = SchemaType.STRING,
                example = "Your order has left.")
        @Nullable
        JsonNode text,

        @Schema(description = "`{id or link, caption}`", implementation = Object.class) @Nullable
        JsonNode image,

        @Schema(description = "`{id or link, caption}`", implementation = Object.class) @Nullable
        JsonNode video,

        @Schema(description = "`{id or link, voice}`", implementation = Object.class) @Nullable
        JsonNode audio,

        @Schema(description = "`{id or link, caption, filename}`", implementation = Object.class) @Nullable
        JsonNode document,

        @Schema(description = "`{id or link}`", implementation = Object.class) @Nullable
        JsonNode sticker,

        @Schema(description = "`{latitude, longitude, name, address}`", implementation = Object.class) @Nullable
        JsonNode location,

        @Schema(
                description = "1 to 257 contacts, each with `name` and perhaps `phones`, `emails`, `addresses`, `org`,"
                        + " `urls`, `birthday`.",
                type = SchemaType.ARRAY,
                implementation = Object.class)
        @Nullable
        JsonNode contacts,

        @Schema(
                description = "`{message_id, emoji}`: the message by our id or its wamid; an empty emoji takes the"
                        + " reaction back.",
                implementation = Object.class)
        @Nullable
        JsonNode reaction,

        @Schema(description = "`{type, header, body, footer, action}`", implementation = Object.class) @Nullable
        JsonNode interactive,

        @Schema(description = "`{name, language: {code}, components}`", implementation = Object.class) @Nullable
        JsonNode template,

        @Schema(
                description = "`{message_id}`: the message that this one answers, by our id or its wamid.",
                implementation = Object.class)
        @Nullable
        JsonNode context,

        @Schema(description = "Seconds for which the message is worth sending, 30 to 2592000.", example = "3600")
        @Nullable
        Long ttl,

        @Schema(description = "`whatsapp`; taken so that a body of the Cloud API can be sent as it is.") @Nullable
        String messagingProduct,

        @Schema(description = "`individual`; taken so that a body of the Cloud API can be sent as it is.") @Nullable
        String recipientType) {

    private static final String TEXT = "text";

    Wish wish() {
        checkWord("messaging_product", messagingProduct, "whatsapp");
        checkWord("recipient_type", recipientType, "individual");
        if (to != null && recipient != null) {
            throw RequestFailed.invalid("recipient", "takes the place of to: give one of them.");
        }
        var kind = type == null ? TEXT : type;
        if (!MessageContent.TYPES.contains(kind)) {
            throw RequestFailed.invalid(
                    "type",
                    "is \"" + kind + "\"; must be one of "
                            + String.join(
                                    ", ", MessageContent.TYPES.stream().sorted().toList()) + ".");
        }
        var objects = objects();
        var content = objects.remove(kind);
        if (content == null) {
            throw RequestFailed.invalid(kind, "is required for a message of type " + kind + ".");
        }
        for (var other : objects.keySet()) {
            throw RequestFailed.invalid(other, "does not belong to a message of type " + kind + ".");
        }
        var wish = new Wish(phoneNumberId, to == null ? recipient : to, kind, content, context, ttl, Map.of());
        return kind.equals(TEXT) && content.isTextual() ? wish.withText(content.asText()) : wish;
    }

    /** The objects that were given, by the name of their type. */
    private Map<String, JsonNode> objects() {
        var objects = new LinkedHashMap<String, JsonNode>();
        add(objects, TEXT, text);
        add(objects, "image", image);
        add(objects, "video", video);
        add(objects, "audio", audio);
        add(objects, "document", document);
        add(objects, "sticker", sticker);
        add(objects, "location", location);
        add(objects, "contacts", contacts);
        add(objects, "reaction", reaction);
        add(objects, "interactive", interactive);
        add(objects, "template", template);
        return objects;
    }

    private static void add(Map<String, JsonNode> objects, String name, @Nullable JsonNode object) {
        if (object != null && !object.isNull()) {
            objects.put(name, object);
        }
    }

    private static void checkWord(String field, @Nullable String given, String only) {
        if (given != null && !given.equals(only)) {
            throw RequestFailed.invalid(field, "is \"" + given + "\"; must be " + only + ".");
        }
    }
}
