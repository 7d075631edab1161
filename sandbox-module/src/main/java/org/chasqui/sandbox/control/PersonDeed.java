package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.sandbox.meta.MessageRules;
import org.chasqui.sandbox.world.Receiving;

/** What is not a message in itself: changes of messages and of people, and what the platform tells. */
final class PersonDeed {

    private PersonDeed() {}

    static void put(String type, ObjectNode body, ObjectNode content, PersonCall call) {
        switch (type) {
            case "edit" -> {
                ObjectNode message = content.put("type", "edit")
                        .putObject("edit")
                        .put("original_message_id", ControlCall.required(body, "target"))
                        .putObject("message");
                message.put("type", "text").putObject("text").put("body", ControlCall.required(body, "text"));
            }
            case "revoke" ->
                content.put("type", "revoke")
                        .putObject("revoke")
                        .put("original_message_id", ControlCall.required(body, "target"));
            case "unsupported" -> unsupported(body, content);
            case "system" -> system(body, content, call);
            case "identity" -> {
                content.put("type", "system")
                        .putObject("system")
                        .put("body", "User identity changed")
                        .put("type", "customer_identity_changed");
                content.putObject("identity")
                        .put("acknowledged", true)
                        .put(
                                "created_timestamp",
                                Long.toString(call.world().clock().millis() / 1000))
                        .put("hash", "sandbox");
            }
            case "echo" ->
                content.put(Receiving.FIELD, "smb_message_echoes")
                        .put("type", "text")
                        .putObject("text")
                        .put("body", ControlCall.required(body, "text"));
            default -> preferences(body, content);
        }
    }

    private static void unsupported(ObjectNode body, ObjectNode content) {
        content.put("type", "unsupported")
                .putObject("unsupported")
                .put("type", body.path("kind").asText("poll"));
        ObjectNode error = content.putArray("errors").addObject();
        error.put("code", 131051)
                .put("title", "Message type unknown")
                .put("message", "Message type unknown")
                .putObject("error_data")
                .put("details", "Message type is currently not supported.");
    }

    private static void system(ObjectNode body, ObjectNode content, PersonCall call) {
        ObjectNode system = content.put("type", "system").putObject("system");
        if (body.hasNonNull("new_user_id")) {
            String userId = body.path("new_user_id").asText();
            system.put("body", "User changed from " + call.person() + " to " + userId)
                    .put("user_id", userId)
                    .put("type", "user_changed_user_id");
            return;
        }
        String digits = MessageRules.waId(ControlCall.required(body, "new_number"));
        if (digits.isEmpty()) {
            throw ControlRefused.invalid("new_number is not a phone number in international form");
        }
        system.put("body", "User changed from " + call.person() + " to " + digits)
                .put("wa_id", digits)
                .put("type", "user_changed_number");
    }

    private static void preferences(ObjectNode body, ObjectNode content) {
        String value = body.path("value").asText("stop");
        content.put(Receiving.FIELD, "user_preferences")
                .put("type", "preferences")
                .put("detail", "User requested to " + value + " marketing messages")
                .put("category", "marketing_messages")
                .put("value", value);
    }
}
