package org.chasqui.api.graph.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.api.graph.media.MediaNumber;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * The body of a send, as Meta documents it:
 *
 * <pre>{@code
 * {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "+16505551234",
 *  "context": {"message_id": "wamid.…"}, "type": "text", "text": {"body": "…", "preview_url": true}}
 * }</pre>
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, messages</a>
 */
final class Body {
    /** Taken, and without effect here: the answer says so. */
    private static final Set<String> IGNORED = Set.of("message_activity_sharing", "messaging_account_id");

    private static final String CALLBACK_DATA = "biz_opaque_callback_data";
    private static final int LONGEST_CALLBACK_DATA = 512;

    private static final Set<String> KNOWN = known();

    private final ObjectNode tree;

    private Body(ObjectNode tree) {
        this.tree = tree;
    }

    private static Set<String> known() {
        var known = new TreeSet<>(MessageContent.TYPES);
        known.addAll(IGNORED);
        known.addAll(List.of(
                "messaging_product",
                "recipient_type",
                "to",
                "recipient",
                "type",
                "context",
                "status",
                "message_id",
                "typing_indicator",
                "product_policy",
                CALLBACK_DATA,
                "recipient_identity_key_hash"));
        return known;
    }

    /**
     * Reads a body. SDKs write what they leave out as null: that is as good as not there.
     *
     * @throws MetaFailed code 100, as Meta has it for what its schema does not allow
     */
    static Body of(ObjectNode given) {
        strip(given);
        if (!given.path("messaging_product").asText().equals("whatsapp")) {
            throw MetaFailed.invalidParameter("The parameter messaging_product is required, and must be whatsapp.");
        }
        given.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw MetaFailed.invalidParameter("Unexpected key \"" + name + "\" on param \"$\".");
            }
        });
        return new Body(given);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        } else if (node instanceof ArrayNode array) {
            array.removeIf(JsonNode::isNull);
        }
        node.forEach(Body::strip);
    }

    /** Whether it says that a person's message was read, instead of being a message. */
    boolean isReceipt() {
        return tree.has("status");
    }

    /**
     * The message that was read.
     *
     * @throws RequestFailed when it says anything else than {@code read}, or is a message as well
     */
    String readMessage() {
        MessageContent.TYPES.stream().filter(tree::has).sorted().findFirst().ifPresent(type -> {
            throw RequestFailed.invalid(type, "has no place beside status.");
        });
        if (!tree.path("status").asText().equals("read")) {
            throw RequestFailed.invalid("status", "must be read.");
        }
        return demand("message_id");
    }

    /** Whether the person shall see that an answer is being typed. */
    boolean isTyping() {
        var indicator = tree.path("typing_indicator");
        if (!indicator.isMissingNode() && !indicator.path("type").asText().equals("text")) {
            throw RequestFailed.invalid("typing_indicator.type", "must be text.");
        }
        return !indicator.isMissingNode();
    }

    /** For example {@code text}. A body that does not say it, as some of Meta's own samples, is what it holds. */
    String type() {
        var given = tree.path("type");
        if (!given.isMissingNode()) {
            return given.asText();
        }
        return MessageContent.TYPES.stream()
                .filter(tree::has)
                .sorted()
                .findFirst()
                .orElse("text");
    }

    /** The person as the client wrote it. */
    String input() {
        var isById = tree.has("recipient");
        if (isById && tree.has("to")) {
            throw RequestFailed.invalid("recipient", "takes the place of to: give one of them.");
        }
        return demand(isById ? "recipient" : "to");
    }

    /** Whether marketing is to be sent only where Meta's optimised delivery takes it. */
    boolean isStrict() {
        var policy = tree.path("product_policy").asText("CLOUD_API_FALLBACK");
        if (!Set.of("CLOUD_API_FALLBACK", "STRICT").contains(policy)) {
            throw RequestFailed.invalid("product_policy", "must be CLOUD_API_FALLBACK or STRICT.");
        }
        return policy.equals("STRICT");
    }

    /**
     * What the client wants back with each status; empty for nothing.
     *
     * @throws RequestFailed when it is longer than the 512 characters that Meta takes
     */
    Optional<String> callbackData() {
        var data = tree.path(CALLBACK_DATA);
        if (data.isContainerNode() || data.asText().length() > LONGEST_CALLBACK_DATA) {
            throw RequestFailed.invalid(
                    CALLBACK_DATA, "must be a text of " + LONGEST_CALLBACK_DATA + " characters at most.");
        }
        return Optional.of(data.asText()).filter(text -> !text.isEmpty());
    }

    /** What was taken and has no effect, in the order of the alphabet. */
    List<String> ignored() {
        var ignored = new ArrayList<String>();
        tree.fieldNames().forEachRemaining(name -> {
            if (IGNORED.contains(name)) {
                ignored.add(name);
            }
        });
        return ignored.stream().sorted().toList();
    }

    /** What stands under the name of the type. */
    JsonNode content() {
        var type = type();
        if (!MessageContent.TYPES.contains(type)) {
            throw RequestFailed.invalid(
                    "type",
                    "is \"" + type + "\"; must be one of " + String.join(", ", new TreeSet<>(MessageContent.TYPES))
                            + ".");
        }
        var content = tree.path(type);
        if (content.isMissingNode()) {
            throw RequestFailed.invalid(type, "is required.");
        }
        return content;
    }

    /**
     * The wish to send it.
     *
     * @param id which the message shall have
     * @throws RequestFailed when something is missing, or cannot be had here
     */
    SendMessage command(SenderNumber sender, UUID id) {
        if (!tree.path("recipient_type").asText("individual").equals("individual")) {
            throw RequestFailed.invalid("recipient_type", "must be individual: this gateway does not write to groups.");
        }
        if (tree.has("recipient_identity_key_hash")) {
            // To leave it out would send what must not be sent when the person has changed.
            throw RequestFailed.invalid(
                    "recipient_identity_key_hash", "cannot be checked by this gateway: leave it out.");
        }
        var to = input();
        var content = content().deepCopy();
        MediaNumber.resolve(type(), content);
        return new SendMessage(sender.workspaceId(), sender.id().toString(), to, type(), content, replyTo(), null, id);
    }

    private @Nullable String replyTo() {
        var context = tree.path("context");
        if (context.isMissingNode()) {
            return null;
        }
        if (!context.path("message_id").isTextual()) {
            throw RequestFailed.invalid("context.message_id", "is required.");
        }
        return context.path("message_id").asText();
    }

    private String demand(String name) {
        var value = tree.path(name);
        if (value.isContainerNode() || value.asText().isBlank()) {
            throw RequestFailed.invalid(name, "is required.");
        }
        return value.asText();
    }
}
