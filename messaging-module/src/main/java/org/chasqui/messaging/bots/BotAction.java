package org.chasqui.messaging.bots;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule does when it matches; several in their order. */
public sealed interface BotAction {

    /**
     * Says a text.
     *
     * @param text with spintax and placeholders, 1 to 4,096 characters
     */
    record Say(String text) implements BotAction {}

    /**
     * Sends a message of any other type: media, location, contacts, buttons, a list, a template.
     *
     * @param type as the Cloud API names it
     * @param content what stands under that name; media by link, by Meta's id, or by our id of a medium. Spintax and placeholders
     *     are filled in wherever a person reads
     */
    record Send(String type, JsonNode content) implements BotAction {}

    /**
     * Gives tags to the person and takes others away.
     *
     * @param add tags to give
     * @param remove tags to take away
     */
    record Tag(List<String> add, List<String> remove) implements BotAction {
        /** Copies both. */
        public Tag {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }
    }

    /**
     * Hands the conversation over to a person.
     *
     * @param assignee e-mail of a person of the workspace; null for whoever is there
     * @param note what that person should know; null for nothing
     */
    record HandOver(@Nullable String assignee, @Nullable String note) implements BotAction {}

    /**
     * Sends what somebody whom the bot asked has answered, as it is; never part of a rule.
     *
     * @param reply its content is not touched
     */
    record Ready(Reply reply) implements BotAction {}
}
