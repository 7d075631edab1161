package org.chasqui.messaging.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Reads the log of events. */
@ApplicationScoped
public class Events {
    /**
     * By transaction, then by number, and only of transactions older than every running one: an event with a smaller
     * number that commits later is still ahead of the reader, never behind.
     */
    private static final String AFTER = """
            select e.* from msg_event e
            where e.workspace_id = ? and e.tx < pg_snapshot_xmin(pg_current_snapshot())
                and (e.tx, e.seq) > (?::text::xid8, ?)
                and (?::uuid is null or e.number_id = ?::uuid)
                and (?::text[] is null or e.type like any (?::text[]))
            order by e.tx, e.seq limit ?
            """;

    private static final String PLACE = "select tx::text, seq from msg_event where workspace_id = ? and id = ?";

    @Inject
    Sql jdbc;

    @Inject
    PhoneNumbers numbers;

    private record Place(String tx, long seq) {
        private static final Place BEGINNING = new Place("0", 0);
    }

    /**
     * Events of a workspace, the oldest first; never one that could still be overtaken.
     *
     * @param onlyNumber our id of the one number that the reader may see; empty for all
     * @param patterns checked patterns; empty for all events
     * @param after id of the last event that was read; null to begin at the beginning
     * @throws RequestFailed VALIDATION_FAILED when there is no such event
     */
    @Transactional
    public List<EventView> after(
            UUID workspaceId, Optional<UUID> onlyNumber, List<String> patterns, @Nullable String after, int limit) {
        var place = after == null ? Place.BEGINNING : placeOf(workspaceId, after);
        return jdbc.run("reading events", connection -> {
            try (var statement = connection.prepareStatement(AFTER)) {
                var types = patterns.isEmpty() ? null : Columns.texts(connection, EventPattern.forLike(patterns));
                statement.setObject(1, workspaceId);
                statement.setString(2, place.tx());
                statement.setLong(3, place.seq());
                statement.setObject(4, onlyNumber.orElse(null));
                statement.setObject(5, onlyNumber.orElse(null));
                statement.setArray(6, types);
                statement.setArray(7, types);
                statement.setInt(8, limit);
                return read(statement.executeQuery());
            }
        });
    }

    /** Events by their ids, whatever their workspace: for background work, never for a request. */
    public Map<UUID, EventView> byIds(List<UUID> ids) {
        return jdbc.run("reading events to deliver", connection -> {
            try (var statement = connection.prepareStatement("select e.* from msg_event e where e.id = any(?)")) {
                statement.setArray(1, Columns.uuids(connection, ids));
                var found = new HashMap<UUID, EventView>();
                read(statement.executeQuery()).forEach(event -> found.put(event.id(), event));
                return found;
            }
        });
    }

    /** The ids that the events of a message have, those of steps that it never took too. */
    public static List<UUID> idsOf(UUID messageId) {
        return Arrays.stream(MessageStatus.values())
                .map(status -> SourceId.of(messageId, status.wireName()))
                .toList();
    }

    private Place placeOf(UUID workspaceId, String after) {
        return jdbc.run("finding an event", connection -> {
            try (var statement = connection.prepareStatement(PLACE)) {
                statement.setObject(1, workspaceId);
                statement.setObject(2, UUID.fromString(after));
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return new Place(rows.getString(1), rows.getLong(2));
                    }
                }
            } catch (IllegalArgumentException noUuid) {
                // Falls through to the same sentence.
            }
            throw RequestFailed.invalid("after", "must be the id of an event of this workspace.");
        });
    }

    private List<EventView> read(ResultSet rows) throws SQLException {
        var events = new ArrayList<EventView>();
        try (rows) {
            while (rows.next()) {
                events.add(new EventView(
                        Columns.uuid(rows, "id"),
                        rows.getString("type"),
                        Columns.requiredInstant(rows, "created_at"),
                        Columns.uuid(rows, "workspace_id"),
                        phoneNumberId(rows.getObject("number_id", UUID.class)),
                        rows.getString("data")));
            }
        }
        return events;
    }

    @Nullable
    String phoneNumberId(@Nullable UUID numberId) {
        return numberId == null
                ? null
                : numbers.byId(numberId).map(SenderNumber::phoneNumberId).orElse(null);
    }
}
