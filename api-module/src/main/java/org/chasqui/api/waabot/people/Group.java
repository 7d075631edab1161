package org.chasqui.api.waabot.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactView;

/**
 * A group of people: an audience of campaigns, told by the tags that its people have.
 *
 * @param id our id of the audience
 * @param tags who is in it has all of these; everybody when there are none
 * @param isDefault whether people come into it who are given no group
 */
public record Group(UUID id, String title, List<String> tags, boolean isDefault, Instant createdAt) {
    public Group {
        tags = List.copyOf(tags);
    }

    /** Whether somebody is in it. */
    boolean has(ContactView person) {
        return person.tags().containsAll(tags);
    }

    /** Whether somebody can be put into it: into one of everybody nobody can. */
    boolean isMarked() {
        return !tags.isEmpty();
    }
}
