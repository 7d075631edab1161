package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;

/**
 * Turns a short description of what a person writes into the object of Meta's webhook: {@code {type:"text", text}},
 * {@code {type:"button", reply_to, text}} (a tap on something shown in that message), {@code {type:"image"|"audio"|
 * "video"|"document"|"sticker", caption?}}, {@code {type:"location", latitude, longitude, name?}},
 * {@code {type:"reaction", reply_to, text}}, or {@code {type:"raw", message}} with the object itself.
 */
final class PersonMessage {

    static final Set<String> FIELDS = Set.of(
            "type", "text", "reply_to", "caption", "latitude", "longitude", "name", "message", "voice", "filename");

    private PersonMessage() {}

    static ObjectNode of(ObjectNode body, BusinessNumber number, World world) {
        String type = body.path("type").asText("text");
        ObjectNode content = Json.object();
        String replyTo = body.path("reply_to").asText();
        if (!replyTo.isEmpty() && !type.equals("reaction")) {
            content.putObject("context").put("from", number.digits()).put("id", replyTo);
        }
        switch (type) {
            case "text" ->
                content.put("type", "text").putObject("text").put("body", ControlCall.required(body, "text"));
            case "button" -> button(body, replyTo, content, world);
            case "image", "video", "audio", "document", "sticker" -> media(type, body, content);
            case "location" -> location(body, content);
            case "reaction" ->
                content.put("type", "reaction")
                        .putObject("reaction")
                        .put("message_id", ControlCall.required(body, "reply_to"))
                        .put("emoji", body.path("text").asText());
            case "raw" -> {
                if (!(body.get("message") instanceof ObjectNode raw) || !raw.has("type")) {
                    throw ControlRefused.invalid("message must be an object with a type");
                }
                content.setAll(raw);
            }
            default ->
                throw ControlRefused.invalid("type is one of text, button, image, video, audio, document,"
                        + " sticker, location, reaction, raw");
        }
        return content;
    }

    private static void button(ObjectNode body, String replyTo, ObjectNode content, World world) {
        ObjectNode shown = replyTo.isEmpty() ? null : world.conversations().outbound(replyTo);
        if (shown == null) {
            throw ControlRefused.invalid("reply_to must be the wamid of a message on this phone");
        }
        String text = ControlCall.required(body, "text");
        for (JsonNode button : shown.path("buttons")) {
            if (button.path("text").asText().equals(text)) {
                tap(button, content);
                return;
            }
        }
        throw ControlRefused.invalid("That message has no button \"" + text + "\"");
    }

    private static void tap(JsonNode button, ObjectNode content) {
        String text = button.path("text").asText();
        String payload = button.path("payload").asText();
        switch (button.path("kind").asText()) {
            case "quick_reply" ->
                content.put("type", "button")
                        .putObject("button")
                        .put("payload", payload)
                        .put("text", text);
            case "reply" -> {
                ObjectNode interactive = content.put("type", "interactive").putObject("interactive");
                interactive
                        .put("type", "button_reply")
                        .putObject("button_reply")
                        .put("id", payload)
                        .put("title", text);
            }
            case "list_row" -> {
                ObjectNode interactive = content.put("type", "interactive").putObject("interactive");
                ObjectNode reply = interactive.put("type", "list_reply").putObject("list_reply");
                reply.put("id", payload).put("title", text);
                String description = button.path("description").asText();
                if (!description.isEmpty()) {
                    reply.put("description", description);
                }
            }
            default -> throw ControlRefused.invalid("A tap on \"" + text + "\" sends no message");
        }
    }

    private static void media(String type, ObjectNode body, ObjectNode content) {
        ObjectNode media = content.put("type", type).putObject(type);
        String mime = switch (type) {
            case "image" -> "image/jpeg";
            case "video" -> "video/mp4";
            case "audio" -> "audio/ogg; codecs=opus";
            case "sticker" -> "image/webp";
            default -> "application/pdf";
        };
        long id = ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L);
        media.put("mime_type", mime).put("sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        media.put("id", Long.toString(id));
        if (body.hasNonNull("caption")) {
            media.put("caption", body.path("caption").asText());
        }
        if (type.equals("audio")) {
            media.put("voice", body.path("voice").asBoolean(true));
        } else if (type.equals("document")) {
            media.put("filename", body.path("filename").asText("document.pdf"));
        } else if (type.equals("sticker")) {
            media.put("animated", false);
        }
    }

    private static void location(ObjectNode body, ObjectNode content) {
        ObjectNode location = content.put("type", "location").putObject("location");
        location.put("latitude", body.path("latitude").asDouble())
                .put("longitude", body.path("longitude").asDouble());
        if (body.hasNonNull("name")) {
            location.put("name", body.path("name").asText());
        }
    }
}
