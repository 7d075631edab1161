package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Answers to what a message offers: a tap on a button or a row, a flow that was filled in. */
final class PersonAnswers {

    private PersonAnswers() {}

    static void tap(ObjectNode body, ObjectNode content, World world) {
        String replyTo = body.path("reply_to").asText();
        ObjectNode shown = replyTo.isEmpty() ? null : world.conversations().outbound(replyTo);
        if (shown == null) {
            throw ControlRefused.invalid("reply_to must be the wamid of a message on this phone");
        }
        String text = ControlCall.required(body, "text");
        JsonNode button = buttonOf(shown, text);
        if (button == null) {
            throw ControlRefused.invalid("That message has no button \"" + text + "\"");
        }
        tap(button, content);
    }

    /** The first button with the text, of the message or of one of its cards. */
    private static @Nullable JsonNode buttonOf(JsonNode shown, String text) {
        for (JsonNode button : shown.path("buttons")) {
            if (button.path("text").asText().equals(text)) {
                return button;
            }
        }
        for (JsonNode card : shown.path("cards")) {
            JsonNode button = buttonOf(card, text);
            if (button != null) {
                return button;
            }
        }
        return null;
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
            case "flow" -> flow(Json.object(), content);
            default -> throw ControlRefused.invalid("A tap on \"" + text + "\" sends no message");
        }
    }

    static void flow(ObjectNode body, ObjectNode content) {
        JsonNode response = body.has("response")
                ? body.path("response")
                : Json.object().put("flow_token", "unused").put("answer", "yes");
        ObjectNode interactive = content.put("type", "interactive").putObject("interactive");
        interactive
                .put("type", "nfm_reply")
                .putObject("nfm_reply")
                .put(
                        "response_json",
                        response.isTextual()
                                ? response.asText()
                                : new String(Json.bytes(response), StandardCharsets.UTF_8))
                .put("body", body.path("text").asText("Sent"))
                .put("name", body.path("name").asText("flow"));
    }
}
