package org.chasqui.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Checks the content of an outbound message against Meta's limits, so that a mistake is told at once, with its field, and
 * not by Meta's error minutes later.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, messages</a>
 */
public final class MessageContent {
    /** The types of the Cloud API that can be sent. */
    public static final Set<String> TYPES = Set.of(
            "text",
            "image",
            "video",
            "audio",
            "document",
            "sticker",
            "location",
            "contacts",
            "reaction",
            "interactive",
            "template");

    private MessageContent() {}

    /**
     * Checks the object (for contacts the array) that stands under the name of the type.
     *
     * @throws RequestFailed VALIDATION_FAILED that names the field as a path, its limit and what was given
     */
    public static void check(String type, JsonNode content) {
        var part = new Part(type, content);
        switch (type) {
            case "text" -> TextContent.check(part);
            case "image", "video", "audio", "document", "sticker" -> MediaContent.check(type, part);
            case "location" -> LocationContent.check(part);
            case "contacts" -> ContactsContent.check(part);
            case "reaction" -> ReactionContent.check(part);
            case "interactive" -> InteractiveContent.check(part);
            case "template" -> TemplateContent.check(part);
            default -> new Part("type", TextNode.valueOf(type)).word(TYPES);
        }
    }
}
