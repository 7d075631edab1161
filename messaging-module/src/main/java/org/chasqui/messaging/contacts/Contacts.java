package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The front door of contacts: find, list, keep, opt out and in. */
@ApplicationScoped
public class Contacts {
    @Inject
    ContactBook book;

    @Inject
    ContactReader reader;

    @Inject
    ContactStore store;

    @Inject
    RemarkDesk desk;

    @Inject
    RemarkWriter remarks;

    @Inject
    Consents consents;

    @Inject
    Clock clock;

    /** A contact of the workspace by our id, or by a number (digits) or user id under which the person comes. */
    @Transactional
    public Optional<ContactView> find(UUID workspaceId, String idOrKey) {
        return reader.find(workspaceId, idOrKey);
    }

    /** Contacts of the workspace by our ids; who is not there is left out. */
    @Transactional
    public Map<UUID, ContactView> byIds(UUID workspaceId, Collection<UUID> ids) {
        var found = reader.byIds(ids);
        found.values().removeIf(contact -> !contact.workspaceId().equals(workspaceId));
        return found;
    }

    /**
     * Contacts of the workspace, newest first.
     *
     * @param before id of the last contact of the page before; null for the first page
     */
    @Transactional
    public List<ContactView> list(UUID workspaceId, ContactFilter filter, int limit, @Nullable UUID before) {
        return reader.list(workspaceId, filter, limit, before);
    }

    /**
     * Keeps a new person.
     *
     * @throws RequestFailed CONFLICT when somebody with the number or the user id is there
     */
    @Transactional
    public ContactView create(UUID workspaceId, ContactData data) {
        var id = book.write(ContactBook.keysOf(workspaceId, data), people -> {
            var row = people.whoIs(workspaceId, data);
            if (!row.isNew() && !row.isForgotten()) {
                throw new RequestFailed(
                        FailureCode.CONFLICT,
                        "There is a contact with this number or user id: " + row.id() + ". PATCH it instead.");
            }
            learn(people, row, data);
            return row.id();
        });
        return reader.find(workspaceId, id.toString()).orElseThrow();
    }

    /**
     * Changes what the workspace says about a person; null parts stay as they are, tags are replaced.
     *
     * @throws RequestFailed CONFLICT when somebody else has the number or the user id
     */
    @Transactional
    public ContactView change(UUID workspaceId, UUID id, ContactData data) {
        var before = find(workspaceId, id);
        var keys = new HashSet<>(ContactBook.keysOf(workspaceId, data));
        keys.addAll(ContactBook.keysOf(before));
        book.write(keys, people -> {
            var row = people.byId(id);
            for (var key : ContactBook.keysOf(workspaceId, data)) {
                var other = people.find(workspaceId, key.value());
                if (other != null && other != row) {
                    throw new RequestFailed(
                            FailureCode.CONFLICT, "Another contact has this number or user id: " + other.id() + ".");
                }
            }
            if (data.tags() != null) {
                row.replaceTags(data.tags());
            }
            learn(people, row, data);
            return row.id();
        });
        return find(workspaceId, id);
    }

    /**
     * Gives tags to a person and takes others away.
     *
     * @throws RequestFailed NOT_FOUND
     */
    @Transactional
    public ContactView tag(UUID workspaceId, UUID id, Collection<String> add, Collection<String> remove) {
        book.write(ContactBook.keysOf(find(workspaceId, id)), people -> {
            var row = people.byId(id);
            row.changeTags(add, remove);
            return row.id();
        });
        return find(workspaceId, id);
    }

    /**
     * Keeps what a caller says of somebody, and makes him when he is not known, in a commit of its own that is shared with
     * others: it stays whatever becomes of a transaction of the caller.
     *
     * @return the person, when that is committed
     * @throws RequestFailed SERVICE_UNAVAILABLE when the database is away or too much waits
     */
    public ContactView note(Remark remark) {
        return desk.note(remark);
    }

    /**
     * Keeps what a caller says of many people, as {@link #note} does, but in the transaction of the caller.
     *
     * @return the people as they are then, in the order of the remarks
     */
    @Transactional
    public List<ContactView> noteAll(List<Remark> all) {
        return remarks.write(all);
    }

    /**
     * What an import did with a row.
     *
     * @param created whether the person was new
     */
    public record Imported(boolean created) {}

    /**
     * Keeps many people at once; who is there already is completed: tags and attributes are added, names replaced.
     *
     * @return what was done with each, in the order of the list
     */
    @Transactional
    public List<Imported> keep(UUID workspaceId, List<ContactData> all) {
        var keys = new HashSet<Identity>();
        all.forEach(data -> keys.addAll(ContactBook.keysOf(workspaceId, data)));
        return book.write(keys, people -> {
            var done = new ArrayList<Imported>();
            for (var data : all) {
                var row = people.whoIs(workspaceId, data);
                // A person that an earlier row of the same file has made is not made again.
                done.add(new Imported(row.isNew() && row.keys().isEmpty()));
                learn(people, row, data);
                if (data.tags() != null) {
                    row.addTags(data.tags());
                }
            }
            return done;
        });
    }

    /**
     * Deletes a person. One who has opted out leaves his keys and that wish behind, so that he is not written to after
     * the next import.
     */
    @Transactional
    public void delete(UUID workspaceId, UUID id) {
        var contact = find(workspaceId, id);
        if (contact.consents().stream().noneMatch(Consent::optedOut)) {
            store.lock(List.of(workspaceId));
            store.delete(id);
            return;
        }
        book.write(ContactBook.keysOf(contact), people -> {
            people.byId(id).forget();
            return id;
        });
    }

    /** Notes that a person does not want messages of a category, or of any ({@link Consent#ALL}). */
    @Transactional
    public ContactView optOut(UUID workspaceId, UUID id, String category, String source, @Nullable String detail) {
        find(workspaceId, id);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        consents.record(List.of(new Consent(id, category, true, source, detail, now)));
        return find(workspaceId, id);
    }

    /**
     * Notes that a person wants messages again.
     *
     * @param category which ones; null for all that he opted out of
     */
    @Transactional
    public ContactView optIn(
            UUID workspaceId, UUID id, @Nullable String category, String source, @Nullable String detail) {
        var contact = find(workspaceId, id);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        consents.record(contact.consents().stream()
                .filter(Consent::optedOut)
                .filter(consent -> category == null || consent.category().equals(category))
                .map(consent -> new Consent(id, consent.category(), false, source, detail, now))
                .toList());
        return find(workspaceId, id);
    }

    private ContactView find(UUID workspaceId, UUID id) {
        return reader.find(workspaceId, id.toString())
                .orElseThrow(() -> RequestFailed.notFound("contact", id.toString()));
    }

    private static void learn(Gathering people, ContactRow row, ContactData data) {
        row.learn(data);
        if (row.isNew() && row.tags().isEmpty() && data.tags() != null) {
            row.addTags(data.tags());
        }
        Map<String, @Nullable Object> attributes = data.attributes();
        if (attributes != null) {
            attributes.forEach(row::set);
        }
        people.index(row);
    }
}
