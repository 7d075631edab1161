package org.chasqui.api.waabot.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.messaging.contacts.ContactData;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.messaging.contacts.ContactInput;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The contacts of a workspace under the ids of the dialect. */
@ApplicationScoped
public class AddressBook {
    @Inject
    Contacts contacts;

    @Inject
    ContactGroups groups;

    /**
     * What a client says about somebody.
     *
     * @param name null when it says none
     * @param number digits; null when it says none
     * @param group the group that he shall be in; null when it says none
     */
    record Entry(
            @Nullable String name,
            @Nullable String number,
            @Nullable Group group) {}

    /** A person by his 24 digits. */
    public Optional<ContactView> byObjectId(UUID workspaceId, String id) {
        return ObjectId.parse(id)
                .flatMap(range -> contacts.list(workspaceId, ContactFilter.none(), 1, range.behind()).stream()
                        .filter(person -> range.holds(person.id()))
                        .findFirst());
    }

    /**
     * A person by his 24 digits, or by our own id or a number under which he comes.
     *
     * @throws RequestFailed NOT_FOUND
     */
    ContactView demand(UUID workspaceId, String id) {
        return byObjectId(workspaceId, id)
                .or(() -> contacts.find(workspaceId, id))
                .orElseThrow(() -> RequestFailed.notFound("contact", id));
    }

    /**
     * The people of a workspace, newest first.
     *
     * @param offset how many to pass over
     */
    List<ContactView> list(UUID workspaceId, @Nullable Group group, int limit, int offset) {
        var all = group == null
                ? contacts.list(workspaceId, ContactFilter.none(), offset + limit, null)
                : groups.people(workspaceId, group, offset + limit);
        return all.subList(Math.min(offset, all.size()), all.size());
    }

    /**
     * Puts somebody into the book who is not there; whoever is there stays as he is.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public ContactView add(UUID workspaceId, Entry entry) {
        var number = demandNumber(entry);
        return contacts.find(workspaceId, number)
                .orElseGet(() -> contacts.create(workspaceId, ContactInput.checkedNew(data(entry, null))));
    }

    private static String demandNumber(Entry entry) {
        var number = entry.number();
        if (number == null) {
            throw RequestFailed.invalid("number", "is required: the number with its country code.");
        }
        return number;
    }

    /**
     * Keeps somebody. Whoever has written before is there already, without anybody's having put him into the book: he is
     * completed, and no second one is made.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public ContactView keep(UUID workspaceId, Entry entry) {
        var number = demandNumber(entry);
        var data = ContactInput.checkedNew(data(new Entry(entry.name(), number, null), null));
        contacts.keep(workspaceId, List.of(data));
        var kept = contacts.find(workspaceId, number).orElseThrow();
        var group = entry.group() == null && groupOf(workspaceId, kept).isEmpty()
                ? defaultGroup(workspaceId)
                : entry.group();
        return group == null ? kept : contacts.change(workspaceId, kept.id(), data(new Entry(null, null, group), kept));
    }

    /**
     * Changes what the book says about somebody; what is null stays.
     *
     * @throws RequestFailed VALIDATION_FAILED, CONFLICT when somebody else has the number
     */
    @Transactional
    public ContactView change(ContactView person, Entry entry) {
        return contacts.change(person.workspaceId(), person.id(), ContactInput.checked(data(entry, person)));
    }

    @Transactional
    public void remove(ContactView person) {
        contacts.delete(person.workspaceId(), person.id());
    }

    /** Somebody is in one group: the tags of the one in which he was go, and those of the other come. */
    private ContactData data(Entry entry, @Nullable ContactView before) {
        var group = entry.group();
        List<String> tags = null;
        if (group != null) {
            if (!group.isMarked()) {
                throw RequestFailed.invalid("group_id", "is a group of everybody; nobody can be put into it.");
            }
            Set<String> all = new LinkedHashSet<>();
            if (before != null) {
                all.addAll(before.tags());
                groupOf(before.workspaceId(), before).ifPresent(old -> all.removeAll(old.tags()));
            }
            all.addAll(group.tags());
            tags = List.copyOf(all);
        }
        return new ContactData(entry.number(), null, null, entry.name(), null, null, tags);
    }

    private Optional<Group> groupOf(UUID workspaceId, ContactView person) {
        return ContactGroups.of(groups.list(workspaceId), person);
    }

    private @Nullable Group defaultGroup(UUID workspaceId) {
        return groups.list(workspaceId).stream()
                .filter(Group::isDefault)
                .filter(Group::isMarked)
                .findFirst()
                .orElse(null);
    }
}
