package org.chasqui.messaging.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** The people that a batch is about, in memory: found under any of their keys, made when nobody has the key. */
final class Gathering {
    private final Map<Identity, ContactRow> byKey = new HashMap<>();
    private final Map<UUID, ContactRow> rows = new LinkedHashMap<>();
    private final Map<UUID, ContactRow> absorbed = new LinkedHashMap<>();
    private final Ids ids;
    private final Instant now;

    Gathering(Map<Identity, ContactRow> found, Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
        byKey.putAll(found);
        found.values().forEach(row -> rows.put(row.id(), row));
    }

    /** Who has the number or the user id; a new person when nobody has. */
    ContactRow whoIs(UUID workspaceId, @Nullable String phone, @Nullable String userId) {
        var byPhone = phone == null ? null : byKey.get(new Identity(workspaceId, phone));
        var byUserId = userId == null ? null : byKey.get(new Identity(workspaceId, userId));
        if (byPhone == null) {
            return byUserId == null ? begin(workspaceId) : byUserId;
        }
        if (byUserId != null && byUserId != byPhone) {
            unite(byPhone, byUserId);
        }
        return byPhone;
    }

    /** Who it is that a caller speaks of. */
    ContactRow whoIs(UUID workspaceId, ContactData data) {
        if (data.phone() == null && data.userId() == null) {
            var named = find(workspaceId, ContactRow.USERNAME + data.username());
            return named == null ? begin(workspaceId) : named;
        }
        return whoIs(workspaceId, data.phone(), data.userId());
    }

    /** Somebody known; null when nobody has the key. */
    @Nullable
    ContactRow find(UUID workspaceId, String key) {
        return byKey.get(new Identity(workspaceId, key));
    }

    /** Somebody whose key was among those that were looked for. */
    ContactRow byId(UUID id) {
        var row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("the contact has gone away");
        }
        return row;
    }

    /** Notes the keys that a person has now. */
    void index(ContactRow row) {
        row.keys().forEach(key -> byKey.put(new Identity(row.workspaceId(), key), row));
    }

    /** A key that a person has no longer. */
    void release(UUID workspaceId, Collection<String> keys) {
        keys.forEach(key -> byKey.remove(new Identity(workspaceId, key)));
    }

    ContactRow begin(UUID workspaceId) {
        var row = new ContactRow(
                ids.next(),
                workspaceId,
                ContactRow.Texts.NONE,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                now,
                false,
                true);
        rows.put(row.id(), row);
        return row;
    }

    /** Two entries have turned out to be one person, unless the other one has a number of his own. */
    void unite(ContactRow into, ContactRow other) {
        if (other.phone() != null && into.phone() != null) {
            // The user id has moved: Meta's latest word on whose it is counts.
            other.dropUserId();
            return;
        }
        swallow(into, other);
    }

    /** Both are one person, whatever the other one has. */
    void swallow(ContactRow into, ContactRow other) {
        into.absorb(other);
        rows.remove(other.id());
        absorbed.put(other.id(), into);
        byKey.replaceAll((key, row) -> row == other ? into : row);
        index(into);
    }

    boolean isChanged() {
        return !absorbed.isEmpty() || rows.values().stream().anyMatch(ContactRow::isChanged);
    }

    List<ContactRow> changed() {
        return rows.values().stream().filter(ContactRow::isChanged).toList();
    }

    /** Who went up in whom: ids of the gone and of those who stayed. */
    Map<UUID, UUID> absorbed() {
        var whither = new LinkedHashMap<UUID, UUID>();
        absorbed.forEach((gone, into) -> whither.put(gone, lastOf(into).id()));
        return whither;
    }

    private ContactRow lastOf(ContactRow row) {
        var next = absorbed.get(row.id());
        return next == null ? row : lastOf(next);
    }

    Set<UUID> workspaces() {
        return rows.values().stream().map(ContactRow::workspaceId).collect(Collectors.toSet());
    }
}
