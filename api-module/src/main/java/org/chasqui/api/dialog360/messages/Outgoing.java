package org.chasqui.api.dialog360.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * A message as a client has posted it, in the form of the Cloud API. What only the On-Premises API had is brought into that form:
 * {@code namespace} and {@code ttl} fall away, {@code preview_url} goes into the text, {@code hsm} becomes a template.
 *
 * @param to as the client wrote it
 * @param content what stands under the name of the type
 * @param replyTo the message that it answers; null for none
 * @param callbackData what the client wants to have back with each status of the message; null for nothing
 */
record Outgoing(
        String to,
        String type,
        JsonNode content,
        @Nullable String replyTo,
        @Nullable String callbackData) {
    private static final String TEXT = "text";
    private static final String TEMPLATE = "template";
    private static final String HSM = "hsm";
    private static final String CALLBACK_DATA = "biz_opaque_callback_data";
    /** Meta, messages: the longest callback data. */
    private static final int LONGEST_CALLBACK_DATA = 512;

    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");

    /**
     * Reads a body; members that nobody knows are nobody's business.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    static Outgoing read(Arguments body) {
        word(body, "messaging_product", "whatsapp");
        word(body, "recipient_type", "individual");
        var to = body.text("to").or(() -> body.text("recipient"));
        var type = body.text("type").map(text -> text.toLowerCase(Locale.ROOT)).orElseGet(() -> typeOf(body));
        var replyTo = body.object("context").text("message_id").orElse(null);
        var person = to.orElseThrow(() -> RequestFailed.invalid("to", "is required."));
        var callbackData = callbackData(body);
        if (type.equals(HSM)) {
            return new Outgoing(person, TEMPLATE, fromHsm(body.object(HSM)), replyTo, callbackData);
        }
        if (!MessageContent.TYPES.contains(type)) {
            throw RequestFailed.invalid(
                    "type",
                    "is \"" + type + "\"; must be one of "
                            + String.join(
                                    ", ", MessageContent.TYPES.stream().sorted().toList()) + ".");
        }
        if (!body.has(type)) {
            throw RequestFailed.invalid(type, "is required for a message of the type " + type + ".");
        }
        return new Outgoing(person, type, content(type, body), replyTo, callbackData);
    }

    private static @Nullable String callbackData(Arguments body) {
        var data = body.text(CALLBACK_DATA).orElse(null);
        if (data != null && data.length() > LONGEST_CALLBACK_DATA) {
            throw RequestFailed.invalid(CALLBACK_DATA, "must have " + LONGEST_CALLBACK_DATA + " characters at most.");
        }
        // PostgreSQL keeps no NUL in a text.
        return data == null ? null : data.replace('\0', '\uFFFD');
    }

    /** Old clients leave the type away when it is a text. */
    private static String typeOf(Arguments body) {
        return MessageContent.TYPES.stream()
                .sorted()
                .filter(body::has)
                .findFirst()
                .orElse(TEXT);
    }

    private static JsonNode content(String type, Arguments body) {
        var content = Arguments.parsed(body.raw(type)).deepCopy();
        if (content instanceof ObjectNode object) {
            if (type.equals(TEXT) && !object.has("preview_url")) {
                body.flag("preview_url").ifPresent(wanted -> object.put("preview_url", wanted));
            }
            if (type.equals(TEMPLATE)) {
                object.remove("namespace");
            }
            if (type.equals("interactive") && object.has("action")) {
                // Clients in the wild send it as JSON inside of a text, which Graph reads as well.
                object.set("action", Arguments.parsed(object.get("action")));
            }
            if (MEDIA.contains(type)) {
                object.remove("provider");
            }
        }
        return content;
    }

    /** {@code {namespace, element_name, language: {policy, code}, localizable_params: [{default}]}}. */
    private static JsonNode fromHsm(Arguments hsm) {
        var template = JsonNodeFactory.instance.objectNode().put("name", hsm.demand("element_name"));
        var language = hsm.object("language");
        template.putObject("language").put("code", language.demand("code"));
        var parameters = JsonNodeFactory.instance.arrayNode();
        for (var parameter : hsm.objects("localizable_params")) {
            parameters.addObject().put("type", TEXT).put(TEXT, parameter.demand("default"));
        }
        if (!parameters.isEmpty()) {
            template.putArray("components").addObject().put("type", "body").set("parameters", parameters);
        }
        return template;
    }

    private static void word(Arguments body, String name, String only) {
        body.text(name).filter(given -> !given.equals(only)).ifPresent(given -> {
            throw RequestFailed.invalid(name, "is \"" + given + "\"; must be " + only + ".");
        });
    }
}
