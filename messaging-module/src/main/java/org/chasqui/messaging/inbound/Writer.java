package org.chasqui.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.UUID;
import org.chasqui.messaging.contacts.Met;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message, or who it was written to in the Business app. The number and the business-scoped user id may each
 * be missing (Meta, business-scoped user ids).
 */
record Writer(
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String username,
        @Nullable String name,
        @Nullable String identityHash) {

    /**
     * Reads who it is.
     *
     * @param phone as Meta has it in {@code from}, {@code to} or {@code wa_id}; may be empty
     * @param userId as Meta has it in {@code from_user_id} and its like; may be empty
     * @param contacts the array beside the messages, which knows more of him
     * @return null when neither is there
     */
    static @Nullable Writer read(String phone, String userId, String parentUserId, JsonNode contacts) {
        var contact = contactOf(phone, userId, contacts);
        var number = Met.isNumber(phone) ? phone : "";
        // Not a number: whatever it is, it is what Meta calls him.
        var id = userId.isEmpty() && number.isEmpty() ? phone : userId;
        id = id.isEmpty() ? contact.path("user_id").asText("") : id;
        number = number.isEmpty() && Met.isNumber(contact.path("wa_id").asText(""))
                ? contact.path("wa_id").asText()
                : number;
        if (number.isEmpty() && id.isEmpty()) {
            return null;
        }
        var parent = parentUserId.isEmpty() ? contact.path("parent_user_id").asText("") : parentUserId;
        return new Writer(
                orNull(number),
                orNull(id),
                orNull(parent),
                orNull(contact.at("/profile/username").asText("")),
                orNull(contact.at("/profile/name").asText("")),
                orNull(contact.path("identity_key_hash").asText("")));
    }

    /** What to call him when only one word is wanted. */
    String peer() {
        var peer = phone == null ? userId : phone;
        return peer == null ? "" : peer;
    }

    Met met(UUID workspaceId) {
        return new Met(workspaceId, phone, userId, parentUserId, username, name, identityHash);
    }

    private static JsonNode contactOf(String phone, String userId, JsonNode contacts) {
        for (var contact : contacts) {
            boolean samePhone =
                    !phone.isEmpty() && contact.path("wa_id").asText().equals(phone);
            boolean sameId =
                    !userId.isEmpty() && contact.path("user_id").asText().equals(userId);
            if (samePhone || sameId) {
                return contact;
            }
        }
        return MissingNode.getInstance();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : Clean.text(text);
    }
}
