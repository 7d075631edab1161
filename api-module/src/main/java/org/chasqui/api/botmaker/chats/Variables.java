package org.chasqui.api.botmaker.chats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.contacts.ContactData;
import org.chasqui.messaging.contacts.ContactInput;
import org.chasqui.messaging.contacts.Remark;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of a person: {@code variables: {name: value}} and {@code tags: {name: true|false}}. Variables are what we
 * call attributes of a contact; null takes one away.
 *
 * @param variables in their order
 * @param tagsAdded with true
 * @param tagsRemoved with false
 */
public record Variables(Map<String, @Nullable String> variables, List<String> tagsAdded, List<String> tagsRemoved) {
    /** Reads both; either may be missing. */
    public static Variables read(Arguments given) {
        var variables = new LinkedHashMap<String, @Nullable String>();
        var said = given.object("variables");
        for (var name : said.names()) {
            variables.put(name, said.text(name).orElse(null));
        }
        var added = new ArrayList<String>();
        var removed = new ArrayList<String>();
        if (given.raw("tags").isArray()) {
            added.addAll(given.texts("tags"));
        } else {
            var tags = given.object("tags");
            for (var name : tags.names()) {
                (tags.flag(name).orElse(false) ? added : removed).add(name);
            }
        }
        return new Variables(variables, List.copyOf(added), List.copyOf(removed));
    }

    /** Whether nothing was said. */
    public boolean isEmpty() {
        return variables.isEmpty() && tagsAdded.isEmpty() && tagsRemoved.isEmpty();
    }

    /** Those that have a value, for the places of a template. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        variables.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** As webhooks tell them. */
    public ObjectNode tree() {
        var tree = JsonNodeFactory.instance.objectNode();
        variables.forEach(tree::put);
        return tree;
    }

    /**
     * What the book of contacts is told.
     *
     * @param peer digits, or a business-scoped user id
     * @throws RequestFailed VALIDATION_FAILED in the words of this dialect
     */
    public Remark remark(UUID workspaceId, String peer) {
        var said = data().attributes();
        return new Remark(workspaceId, peer, said == null ? Map.of() : said, tagsAdded, tagsRemoved);
    }

    private ContactData data() {
        if (tagsAdded.stream().anyMatch(Variables::cannotBeKept)) {
            throw RequestFailed.invalid("tags", "has a character that cannot be kept.");
        }
        var attributes = new LinkedHashMap<String, @Nullable Object>(variables);
        try {
            return ContactInput.checked(new ContactData(null, null, null, null, null, attributes, null));
        } catch (RequestFailed failed) {
            var field = failed.fields().get(0);
            throw RequestFailed.invalid(field.field().replaceFirst("^attributes", "variables"), field.message());
        }
    }

    private static boolean cannotBeKept(String tag) {
        return tag.indexOf('\0') >= 0;
    }
}
