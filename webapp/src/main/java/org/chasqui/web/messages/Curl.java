package org.chasqui.web.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.shell.Shell;

/** The API call behind a thing on a page, ready to paste into a shell; the key stays a variable. */
public final class Curl {
    private static final String API = "/api/v1/whatsapp";

    private Curl() {}

    /** A first message: the sandbox's template to any number. */
    static String firstTemplate(Shell shell) {
        var body = object();
        body.put(
                "phone_number_id",
                shell.getNumbers().isEmpty()
                        ? "PHONE_NUMBER_ID"
                        : shell.getNumbers().get(0).getId());
        body.put("to", "+5511955500167");
        body.put("template", shell.isSandbox() ? "hello_chasqui" : "hello_world")
                .put("language", "en_US");
        if (shell.isSandbox()) {
            var component = body.putArray("components").addObject().put("type", "body");
            component.putArray("parameters").addObject().put("type", "text").put("text", "Ana");
        }
        return post(shell, "/messages/template", body);
    }

    /**
     * The call that sends the same message again, or that reads it when it cannot be sent by one call.
     *
     * @param again whether the reader may send; others get the call that reads
     */
    static String of(MessageView message, Shell shell, boolean again) {
        if (!again || message.direction() == Direction.INBOUND) {
            return "curl " + shell.getPublicUrl() + API + "/messages/" + message.id() + " \\\n"
                    + "  -H \"Authorization: Bearer $CHASQUI_KEY\"";
        }
        var body = object().put("phone_number_id", message.phoneNumberId()).put("to", address(message.peer()));
        if (message.type().equals("template")) {
            body.put("template", message.content().path("name").asText());
            body.put("language", message.content().path("language").path("code").asText());
            if (message.content().has("components")) {
                body.set("components", Copied.asRequested(message.content().get("components")));
            }
            return post(shell, "/messages/template", body);
        }
        body.put("type", message.type()).set(message.type(), Copied.asRequested(message.content()));
        return post(shell, "/messages", body);
    }

    /** As the API takes it: a number in E.164, or the id that a business has of a person. */
    static String address(String peer) {
        return peer.chars().allMatch(Character::isDigit) ? "+" + peer : peer;
    }

    private static String post(Shell shell, String path, ObjectNode body) {
        return "curl -X POST " + shell.getPublicUrl() + API + path + " \\\n"
                + "  -H \"Authorization: Bearer $CHASQUI_KEY\" \\\n"
                + "  -H \"Content-Type: application/json\" \\\n"
                + "  -d '" + compact(body).replace("'", "'\\''") + "'";
    }

    private static String compact(JsonNode body) {
        try {
            return Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
