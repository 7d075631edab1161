package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Who the people are that webhooks, send answers and callers name, many at a time. Nothing is written when nothing is
 * new. Callers bring the transaction.
 */
@ApplicationScoped
public class ContactBook {
    @Inject
    ContactFinder finder;

    @Inject
    ContactStore store;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** What sending needs to know of the people who have the keys; who is not known is missing. */
    public Map<Identity, Person> known(Collection<Identity> keys) {
        return finder.known(keys);
    }

    /** Finds or makes the people that webhooks show, and keeps what is new about them. */
    public Map<Met, Person> meet(Collection<Met> met) {
        var keys = new HashSet<Identity>();
        met.forEach(one -> keys.addAll(keysOf(one)));
        return write(keys, gathering -> {
            var people = new HashMap<Met, ContactRow>();
            for (var one : met) {
                var row = gathering.whoIs(one.workspaceId(), one.phone(), one.userId());
                row.learn(one);
                gathering.index(row);
                people.put(one, row);
            }
            var seen = new HashMap<Met, Person>();
            // Read at the end: a later one may have united two that an earlier one found apart.
            people.forEach(
                    (one, row) -> seen.put(one, person(gathering.whoIs(one.workspaceId(), one.phone(), one.userId()))));
            return seen;
        });
    }

    /**
     * Somebody has changed his number, or his user id with it.
     *
     * @param before key under which he came
     * @param phone the new number; null when it is not told
     * @param userId the new user id; null when it is not told
     */
    public record Change(
            UUID workspaceId,
            String before,
            @Nullable String phone,
            @Nullable String userId) {}

    /** Moves people to their new numbers and user ids; whoever we knew under those before is the same person. */
    public void change(List<Change> changes) {
        var keys = new HashSet<Identity>();
        for (var change : changes) {
            keys.add(new Identity(change.workspaceId(), change.before()));
            keys.addAll(keysOf(change.workspaceId(), change.phone(), change.userId()));
        }
        write(keys, gathering -> {
            changes.forEach(change -> change(gathering, change));
            return Set.of();
        });
    }

    private static void change(Gathering gathering, Change change) {
        var row = gathering.find(change.workspaceId(), change.before());
        if (row == null) {
            return;
        }
        gathering.release(change.workspaceId(), row.keys());
        row.moveTo(change.phone(), change.userId());
        for (var key : keysOf(change.workspaceId(), change.phone(), change.userId())) {
            var other = gathering.find(key.workspaceId(), key.value());
            if (other != null && other != row) {
                gathering.swallow(row, other);
            }
        }
        gathering.index(row);
    }

    /** Does work on the people who have the keys, and writes what it has changed. */
    <T> T write(Set<Identity> keys, Function<Gathering, T> work) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var look = new Gathering(finder.find(keys), ids, now);
        var result = work.apply(look);
        if (!look.isChanged()) {
            return result;
        }
        // Something is new: once more, alone, because somebody else may have met the same person just now.
        store.lock(look.workspaces());
        return writeAlone(keys, work, now);
    }

    private <T> T writeAlone(Set<Identity> keys, Function<Gathering, T> work, Instant now) {
        var gathering = new Gathering(finder.find(keys), ids, now);
        var result = work.apply(gathering);
        store.absorb(gathering.absorbed());
        store.save(new ArrayList<>(gathering.changed()), now);
        return result;
    }

    static Person person(ContactRow row) {
        return new Person(row.id(), row.phone(), row.userId(), row.keys(), Set.of());
    }

    private static Set<Identity> keysOf(Met met) {
        return keysOf(met.workspaceId(), met.phone(), met.userId());
    }

    static Set<Identity> keysOf(UUID workspaceId, ContactData data) {
        return keysOf(workspaceId, data.phone(), data.userId(), data.username());
    }

    static Set<Identity> keysOf(ContactView contact) {
        return keysOf(contact.workspaceId(), contact.phone(), contact.userId(), contact.username());
    }

    private static Set<Identity> keysOf(
            UUID workspaceId, @Nullable String phone, @Nullable String userId, @Nullable String username) {
        if (phone == null && userId == null && username != null) {
            return Set.of(new Identity(workspaceId, ContactRow.USERNAME + username));
        }
        return keysOf(workspaceId, phone, userId);
    }

    private static Set<Identity> keysOf(UUID workspaceId, @Nullable String phone, @Nullable String userId) {
        var keys = new HashSet<Identity>();
        if (phone != null) {
            keys.add(new Identity(workspaceId, phone));
        }
        if (userId != null) {
            keys.add(new Identity(workspaceId, userId));
        }
        return keys;
    }
}
