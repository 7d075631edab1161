package org.chasqui.api.waabot.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.Times;
import org.chasqui.messaging.contacts.ContactView;

/** People and groups as the dialect shows them, with Waabot's members first and what we know beyond them behind. */
final class PersonJson {
    private PersonJson() {}

    /** A person. {@code number} is null for somebody who hides his. */
    static ObjectNode of(ContactView person, List<Group> groups) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("_id", ObjectId.of(person.id()))
                .put("name", person.displayName())
                .put("number", person.phone())
                .put("client_id", ObjectId.of(person.workspaceId()))
                .put(
                        "group_id",
                        ContactGroups.of(groups, person)
                                .map(group -> ObjectId.of(group.id()))
                                .orElse(null))
                .put("channel", "whatsapp");
        // Surveys are no matter of ours; clients read through the object all the same.
        json.putObject("transaction").putNull("survey_id").putNull("survey_sort_id");
        json.put("createdAt", Times.iso(person.createdAt()))
                .put("updatedAt", Times.iso(person.updatedAt()))
                .put("__v", 0)
                .put("user_id", person.userId())
                .put("username", person.username());
        var tags = json.putArray("tags");
        person.tags().forEach(tags::add);
        return json;
    }

    /** A person as somebody sees him who may not look into the book: by what he has said himself. */
    static ObjectNode ofStranger(ContactView person, AddressBook.Entry said) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("_id", ObjectId.of(person.id()))
                .put("name", said.name())
                .put("number", said.number())
                .put("client_id", ObjectId.of(person.workspaceId()))
                .putNull("group_id")
                .put("channel", "whatsapp")
                .put("__v", 0);
    }

    /** A group. */
    static ObjectNode of(Group group, UUID workspaceId) {
        var at = Times.iso(group.createdAt());
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("_id", ObjectId.of(group.id()))
                .put("title", group.title())
                .put("is_default", group.isDefault())
                .put("client_id", ObjectId.of(workspaceId))
                .put("createdAt", at)
                .put("updatedAt", at)
                .put("__v", 0);
        var tags = json.putArray("tags");
        group.tags().forEach(tags::add);
        return json;
    }
}
