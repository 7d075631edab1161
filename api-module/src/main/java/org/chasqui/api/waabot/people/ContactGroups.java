package org.chasqui.api.waabot.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.campaigns.audiences.Audience;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Groups of contacts. A group is a saved audience, so that campaigns can be sent to it, and who is in it has its tag: a group
 * that is made here has a tag of its title, which it keeps when it is renamed.
 */
@ApplicationScoped
public class ContactGroups {
    /** The longest tag. */
    private static final int LONGEST_TITLE = 50;

    private static final int PAGE = 500;

    @Inject
    Audiences audiences;

    @Inject
    DefaultGroups defaults;

    @Inject
    Contacts contacts;

    /** The groups of a workspace, the oldest first. */
    @Transactional
    public List<Group> list(UUID workspaceId) {
        var chosen = defaults.of(workspaceId);
        var groups = new ArrayList<Group>();
        for (var audience : audiences.list(workspaceId)) {
            groups.add(group(audience, chosen));
        }
        Collections.reverse(groups);
        return groups;
    }

    private static Group group(Audience audience, Optional<UUID> chosen) {
        return new Group(
                audience.id(),
                audience.name(),
                audience.tags(),
                chosen.filter(audience.id()::equals).isPresent(),
                audience.createdAt());
    }

    /** A group by its 24 digits or by our id of the audience. */
    @Transactional
    public Optional<Group> find(UUID workspaceId, String id) {
        var range = ObjectId.parse(id);
        return list(workspaceId).stream()
                .filter(group -> range.map(one -> one.holds(group.id()))
                        .orElseGet(() -> group.id().toString().equals(id)))
                .findFirst();
    }

    /**
     * A group that must be there.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public Group demand(UUID workspaceId, String id) {
        return find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("contact group", id));
    }

    /**
     * Makes a group.
     *
     * @throws RequestFailed VALIDATION_FAILED, CONFLICT when there is one with the title
     */
    @Transactional
    public Group create(UUID workspaceId, String title, boolean isDefault) {
        var plain = checked(title);
        if (list(workspaceId).stream().anyMatch(group -> group.title().equalsIgnoreCase(plain))) {
            throw new RequestFailed(FailureCode.CONFLICT, "There is a group with this title.");
        }
        var made = audiences.create(workspaceId, plain, List.of(plain));
        if (isDefault) {
            defaults.put(workspaceId, made.id());
        }
        return group(made, defaults.of(workspaceId));
    }

    /**
     * Changes a group.
     *
     * @param title null to leave it
     * @param isDefault null to leave it
     */
    @Transactional
    public Group change(UUID workspaceId, Group group, @Nullable String title, @Nullable Boolean isDefault) {
        if (title != null) {
            audiences.rename(workspaceId, group.id(), checked(title));
        }
        if (isDefault != null && isDefault) {
            defaults.put(workspaceId, group.id());
        } else if (isDefault != null) {
            defaults.remove(workspaceId, group.id());
        }
        return demand(workspaceId, group.id().toString());
    }

    /** Removes a group; its people stay, and keep their tags. */
    @Transactional
    public void remove(UUID workspaceId, Group group) {
        defaults.remove(workspaceId, group.id());
        audiences.delete(workspaceId, group.id());
    }

    /** The group in which somebody is shown: of several the oldest; empty when he is in none that has a tag. */
    static Optional<Group> of(List<Group> groups, ContactView person) {
        return groups.stream()
                .filter(Group::isMarked)
                .filter(group -> group.has(person))
                .findFirst();
    }

    /**
     * The people of a group, newest first.
     *
     * @param most no more than these are read
     */
    @Transactional
    public List<ContactView> people(UUID workspaceId, Group group, int most) {
        var filter = new ContactFilter(null, group.isMarked() ? group.tags().get(0) : null, null);
        var people = new ArrayList<ContactView>();
        UUID before = null;
        while (people.size() < most) {
            var page = contacts.list(workspaceId, filter, PAGE, before);
            page.stream().filter(group::has).forEach(people::add);
            if (page.size() < PAGE) {
                break;
            }
            before = page.get(page.size() - 1).id();
        }
        return List.copyOf(people.subList(0, Math.min(most, people.size())));
    }

    private static String checked(String title) {
        var plain = title.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_TITLE) {
            throw RequestFailed.invalid("title", "must have 1 to " + LONGEST_TITLE + " characters.");
        }
        return plain;
    }
}
