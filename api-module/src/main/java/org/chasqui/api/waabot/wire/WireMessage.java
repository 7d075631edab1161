package org.chasqui.api.waabot.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.api.waabot.parts.Card;

/**
 * The parts of a message as Baileys names them. What belongs to the end-to-end encryption of the app ({@code mediaKey} and the
 * like) is left out: the official API has none of it.
 */
public final class WireMessage {
    private WireMessage() {}

    /** Which message it is: whom with, whose, and its id. */
    public static ObjectNode key(String peer, boolean fromMe, UUID id) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("remoteJid", ChatId.of(peer))
                .put("fromMe", fromMe)
                .put("id", MessageIds.of(id));
    }

    /** A time in whole seconds, as a text. */
    public static String timestamp(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    /** A SHA-256 in Base64, from the hexadecimal digits that we keep. */
    public static String sha256(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /**
     * The content of a message of the Cloud API, with what it says itself; whoever knows more of a file adds it.
     *
     * @param type as the Cloud API names it
     */
    public static ObjectNode content(String type, JsonNode content) {
        return switch (type) {
            case "text" -> conversation(content.path("body").asText());
            case "image", "video", "audio", "document", "sticker" -> media(type, content);
            case "location" -> location(content);
            case "contacts" -> contacts(content);
            case "reaction" ->
                wrapped(
                        "reactionMessage",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("text", content.path("emoji").asText(""))
                                .put("wamid", content.path("message_id").asText()));
            case "interactive" -> interactive(content);
            case "button" ->
                wrapped(
                        "templateButtonReplyMessage",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("selectedId", content.path("payload").asText())
                                .put("selectedDisplayText", content.path("text").asText()));
            case "template" ->
                wrapped(
                        "templateMessage",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", content.path("name").asText()));
            default -> wrapped(type.toLowerCase(Locale.ROOT) + "Message", content);
        };
    }

    /** A plain text. */
    public static ObjectNode conversation(String text) {
        return JsonNodeFactory.instance.objectNode().put("conversation", text);
    }

    private static ObjectNode media(String type, JsonNode content) {
        var medium = JsonNodeFactory.instance.objectNode();
        copy(content, "link", medium, "url");
        copy(content, "mime_type", medium, "mimetype");
        copy(content, "caption", medium, "caption");
        copy(content, "filename", medium, "fileName");
        copy(content, "sha256", medium, "fileSha256");
        if (type.equals("audio")) {
            medium.put("ptt", content.path("voice").asBoolean());
        }
        return wrapped(type + "Message", medium);
    }

    private static ObjectNode location(JsonNode content) {
        var place = JsonNodeFactory.instance
                .objectNode()
                .put("degreesLatitude", content.path("latitude").asDouble())
                .put("degreesLongitude", content.path("longitude").asDouble());
        copy(content, "name", place, "name");
        copy(content, "address", place, "address");
        return wrapped("locationMessage", place);
    }

    private static ObjectNode contacts(JsonNode content) {
        if (content.size() == 1) {
            return wrapped("contactMessage", card(cardOf(content.get(0))));
        }
        var several = JsonNodeFactory.instance.objectNode();
        var cards = several.putArray("contacts");
        content.forEach(contact -> cards.add(card(cardOf(contact))));
        return wrapped("contactsArrayMessage", several);
    }

    /** A card with its name, as {@code contactMessage} holds it. */
    public static ObjectNode card(Card card) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("displayName", card.displayName())
                .put("vcard", card.vcard());
    }

    /** The card of a contact in Meta's form; what that lacks is empty. */
    private static Card cardOf(JsonNode contact) {
        var name = contact.path("name").path("formatted_name").asText("");
        var phone = contact.path("phones").path(0);
        var digits = phone.path("wa_id").asText(phone.path("phone").asText("")).replaceAll("\\D", "");
        var company = contact.path("org").path("company").asText("");
        return new Card(name, name, company.isEmpty() ? null : company, digits);
    }

    /** What a person has pressed, or what we have asked. */
    private static ObjectNode interactive(JsonNode content) {
        var kind = content.path("type").asText();
        var reply = content.path(kind);
        return switch (kind) {
            case "button_reply" ->
                wrapped(
                        "buttonsResponseMessage",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("selectedButtonId", reply.path("id").asText())
                                .put("selectedDisplayText", reply.path("title").asText()));
            case "list_reply" -> {
                var chosen = JsonNodeFactory.instance
                        .objectNode()
                        .put("title", reply.path("title").asText())
                        .put("description", reply.path("description").asText(""));
                chosen.putObject("singleSelectReply")
                        .put("selectedRowId", reply.path("id").asText());
                yield wrapped("listResponseMessage", chosen);
            }
            case "list" -> wrapped("listMessage", asked(content));
            default -> wrapped("buttonsMessage", asked(content));
        };
    }

    private static ObjectNode asked(JsonNode content) {
        var question = JsonNodeFactory.instance
                .objectNode()
                .put("contentText", content.path("body").path("text").asText());
        var footer = content.path("footer").path("text").asText("");
        return footer.isEmpty() ? question : question.put("footerText", footer);
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String wireName) {
        if (from.hasNonNull(name)) {
            to.put(wireName, from.get(name).asText());
        }
    }

    private static ObjectNode wrapped(String name, JsonNode inner) {
        return JsonNodeFactory.instance.objectNode().set(name, inner);
    }
}
