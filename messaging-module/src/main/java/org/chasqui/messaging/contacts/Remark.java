package org.chasqui.messaging.contacts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of somebody whom messages go to.
 *
 * @param peer digits of a phone number, or a business-scoped user id
 * @param attributes as {@link ContactInput} has checked them; they are added to those that are there, null takes one away
 * @param tagsAdded come after those that are there
 * @param tagsRemoved those that he does not have are nobody's business
 */
public record Remark(
        UUID workspaceId,
        String peer,
        Map<String, @Nullable Object> attributes,
        List<String> tagsAdded,
        List<String> tagsRemoved) {
    public Remark {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        tagsAdded = List.copyOf(tagsAdded);
        tagsRemoved = List.copyOf(tagsRemoved);
    }

    /** The key under which he comes. */
    Identity key() {
        return new Identity(workspaceId, peer);
    }

    /** What he is made with who is not known. */
    ContactData bare() {
        boolean isNumber = Met.isNumber(peer);
        return new ContactData(isNumber ? peer : null, isNumber ? null : peer, null, null, null, null, null);
    }
}
