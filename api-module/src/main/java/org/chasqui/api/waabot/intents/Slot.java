package org.chasqui.api.waabot.intents;

import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.messaging.bots.BotAction;

/** The places that an intent has for what a rule does, in the order in which it is done. */
enum Slot {
    /** {@code reply}, with {@code send_button} when there are buttons below it. */
    REPLY,
    SEND_PHOTO,
    SEND_FILE,
    SEND_LOCATION,
    SEND_CONTACT,
    ADD_TO_GROUP,
    /** What rules can do and intents have no word for: kept, and named in {@code other_actions}. */
    OTHER;

    /** Where an action of a rule stands in an intent. */
    static Slot of(BotAction action) {
        if (action instanceof BotAction.Say) {
            return REPLY;
        }
        if (action instanceof BotAction.Send send) {
            return of(send.type(), send.content());
        }
        if (action instanceof BotAction.Tag tag) {
            return tag.remove().isEmpty() ? ADD_TO_GROUP : OTHER;
        }
        return OTHER;
    }

    private static Slot of(String type, JsonNode content) {
        boolean isOurs = content.hasNonNull("id");
        return switch (type) {
            case "interactive" -> REPLY;
            case "image" -> isOurs ? SEND_PHOTO : OTHER;
            case "video", "audio", "document", "sticker" -> isOurs ? SEND_FILE : OTHER;
            case "location" -> SEND_LOCATION;
            case "contacts" -> SEND_CONTACT;
            default -> OTHER;
        };
    }
}
