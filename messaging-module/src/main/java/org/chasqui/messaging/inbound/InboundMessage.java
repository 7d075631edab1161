package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactBook;
import org.chasqui.messaging.messages.ledger.Beside;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code messages} or {@code message_echoes} (Meta, Cloud API reference). A kind that we do not know is kept
 * with all that it has.
 *
 * @param who the person: who wrote it, or who it was written to in the Business app
 * @param type as Meta names it; {@code unknown} when Meta does not
 * @param content the object under the name of the type, as JSON text
 * @param source the entry as it came
 */
record InboundMessage(
        String wamid, Writer who, String type, String content, Beside beside, Instant at, JsonNode source) {
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_TYPE = 64;
    /** Members that have a place of their own. */
    private static final Set<String> PLACED = Set.of("from", "to", "id", "timestamp", "type", "context");

    /** Reads what a person wrote; empty when it has no id or nobody wrote it. */
    static Optional<InboundMessage> read(JsonNode message, JsonNode contacts, Instant receivedAt) {
        var who = Writer.read(
                message.path("from").asText(""),
                message.path("from_user_id").asText(""),
                message.path("from_parent_user_id").asText(""),
                contacts);
        return read(message, who, null, receivedAt);
    }

    /**
     * Reads what was written to a person in the WhatsApp Business app.
     *
     * @param ourNumber digits of our number: some echoes name the two sides the other way round
     */
    static Optional<InboundMessage> readEcho(
            JsonNode message, JsonNode contacts, String ourNumber, Instant receivedAt) {
        var to = message.path("to").asText("");
        var person = to.equals(ourNumber) ? message.path("from").asText("") : to;
        var who = Writer.read(
                person,
                message.path("to_user_id").asText(""),
                message.path("to_parent_user_id").asText(""),
                contacts);
        return read(message, who, Beside.BUSINESS_APP, receivedAt);
    }

    private static Optional<InboundMessage> read(
            JsonNode message, @Nullable Writer who, @Nullable String origin, Instant receivedAt) {
        var wamid = Clean.text(message.path("id").asText(""));
        if (wamid.isEmpty() || who == null) {
            return Optional.empty();
        }
        var told = Instant.ofEpochSecond(message.path("timestamp").asLong());
        var named = Clean.text(message.path("type").asText(""));
        var type = named.isEmpty() || named.length() > LONGEST_TYPE ? UNKNOWN : named;
        return Optional.of(new InboundMessage(
                wamid,
                who,
                type,
                Clean.json(content(message, type)),
                new Beside(context(message), extra(message, type), origin, target(message, type)),
                StatusNotice.refined(told, receivedAt),
                message));
    }

    boolean isEcho() {
        return beside.origin() != null;
    }

    /** What the person said in words or by a button, when that is all he said; empty for everything else. */
    String saying() {
        return switch (type) {
            case "text" -> source.at("/text/body").asText("");
            case "button" -> source.at("/button/text").asText("");
            case "interactive" -> source.at("/interactive/button_reply/title").asText("");
            default -> "";
        };
    }

    /** The change of number or user id that a notice of the system tells of. */
    Optional<ContactBook.Change> change(UUID workspaceId) {
        var system = source.path("system");
        boolean tells = type.equals("system") && system.path("type").asText().startsWith("user_changed_");
        if (!tells) {
            return Optional.empty();
        }
        var phone =
                Clean.text(system.path("wa_id").asText(system.path("new_wa_id").asText("")));
        var userId = Clean.text(
                system.path("user_id").asText(system.path("new_user_id").asText("")));
        return Optional.of(new ContactBook.Change(
                workspaceId, who.peer(), phone.isEmpty() ? null : phone, userId.isEmpty() ? null : userId));
    }

    /** The hash of a person whose device has changed; empty for other messages. */
    String identityHash() {
        return Clean.text(source.at("/identity/hash").asText(""));
    }

    private static JsonNode content(JsonNode message, String type) {
        var body = message.path(type);
        if (body.isObject()) {
            return body;
        }
        // Contacts are an array; a kind whose body is missing is an empty object.
        var content = JsonNodeFactory.instance.objectNode();
        if (!body.isMissingNode()) {
            content.set(type, body);
        }
        return content;
    }

    private static @Nullable String context(JsonNode message) {
        return message.path("context").isObject() ? Clean.json(message.get("context")) : null;
    }

    private static @Nullable String extra(JsonNode message, String type) {
        if (!(message instanceof ObjectNode object)) {
            return null;
        }
        var extra = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
            if (!PLACED.contains(member.getKey()) && !member.getKey().equals(type)) {
                extra.set(member.getKey(), member.getValue());
            }
        }
        return extra.isEmpty() ? null : Clean.json(extra);
    }

    private static @Nullable String target(JsonNode message, String type) {
        var target = switch (type) {
            case "edit", "revoke" -> message.path(type).path("original_message_id");
            case "reaction" -> message.at("/reaction/message_id");
            default -> JsonNodeFactory.instance.missingNode();
        };
        var wamid = Clean.text(target.asText(""));
        return wamid.isEmpty() ? null : wamid;
    }
}
