package org.chasqui.api.botmaker.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Campaigns in Botmaker's sense, notifications, and what clients want to have back with them. Callers bring the transaction. */
@ApplicationScoped
public class NotificationStore {
    private static final String GATHER = """
            insert into api_botmaker_campaign (id, workspace_id, name, goal, created_at) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String NOTIFY = """
            insert into api_botmaker_notification (campaign_id, workspace_id, gathered_under, name, created_at)
            values (?, ?, ?, ?, ?)
            """;
    private static final String PAYLOADS = """
            insert into api_botmaker_recipient (campaign_id, workspace_id, peer, webhook_payload, created_at)
            select ?, ?, n.*, ?::timestamptz from unnest(?::text[], ?::text[]) as n on conflict do nothing
            """;
    private static final String NOTIFICATIONS = """
            select n.*, g.id as gathering_id, g.name as gathering_name, g.goal, g.created_at as gathered_at
            from api_botmaker_notification n join api_botmaker_campaign g on g.id = n.gathered_under
            where n.workspace_id = ?
            """;
    private static final String REMOVE_OLD = """
            delete from api_botmaker_recipient where (campaign_id, peer) in (
                select campaign_id, peer from api_botmaker_recipient where created_at < ? order by created_at limit ?)
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public NotificationStore() {}

    NotificationStore(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a client wants to have back with the message of a notification to somebody.
     *
     * @param campaignId our campaign that the message would be of
     */
    public record Payload(UUID campaignId, String webhookPayload) {}

    /** Whether it was new: another one may have the name already. */
    boolean add(Gathering one) {
        return update(GATHER, one.id(), one.workspaceId(), one.name(), one.goal(), one.createdAt()) == 1;
    }

    /** The newest first. */
    List<Gathering> gatherings(UUID workspaceId, int limit, @Nullable UUID before) {
        return read(
                "select id, workspace_id, name, goal, created_at from api_botmaker_campaign where workspace_id = ?"
                        + " and (?::uuid is null or id < ?::uuid) order by id desc limit ?",
                NotificationStore::gathering,
                workspaceId,
                before,
                before,
                limit);
    }

    /** By its id, or by its name in any case. */
    Optional<Gathering> gathering(UUID workspaceId, @Nullable UUID id, String name) {
        return read(
                        "select id, workspace_id, name, goal, created_at from api_botmaker_campaign where workspace_id = ?"
                                + " and (id = ?::uuid or lower(name) = lower(?))",
                        NotificationStore::gathering,
                        workspaceId,
                        id,
                        name)
                .stream()
                .findFirst();
    }

    void add(Notification one) {
        update(NOTIFY, one.campaignId(), one.workspaceId(), one.gathering().id(), one.name(), one.createdAt());
    }

    void addPayloads(Notification one, Map<String, String> byPeer) {
        var entries = List.copyOf(byPeer.entrySet());
        jdbc.execute("writing what comes back with notifications", connection -> {
            try (var statement = connection.prepareStatement(PAYLOADS)) {
                Columns.bind(statement, one.campaignId(), one.workspaceId(), one.createdAt());
                statement.setArray(4, Columns.of(connection, "text", entries, Map.Entry::getKey));
                statement.setArray(5, Columns.of(connection, "text", entries, Map.Entry::getValue));
                statement.executeUpdate();
            }
        });
    }

    /** What may belong to a message to somebody, the newest first; few. */
    public List<Payload> payloads(UUID workspaceId, String peer) {
        return read(
                "select campaign_id, webhook_payload from api_botmaker_recipient where workspace_id = ? and peer = ?"
                        + " order by created_at desc limit 5",
                row -> new Payload(Columns.uuid(row, "campaign_id"), row.getString("webhook_payload")),
                workspaceId,
                peer);
    }

    /** The newest first. */
    List<Notification> notifications(UUID workspaceId, int limit, @Nullable UUID before) {
        return read(
                NOTIFICATIONS + " and (?::uuid is null or n.campaign_id < ?::uuid) order by n.campaign_id desc limit ?",
                NotificationStore::notification,
                workspaceId,
                before,
                before,
                limit);
    }

    /** By its id. */
    Optional<Notification> notification(UUID workspaceId, UUID id) {
        return read(NOTIFICATIONS + " and n.campaign_id = ?", NotificationStore::notification, workspaceId, id).stream()
                .findFirst();
    }

    /** By its id, or by its name; of several with one name the newest. */
    Optional<Notification> notification(UUID workspaceId, @Nullable UUID id, String name) {
        return read(
                        NOTIFICATIONS
                                + " and (n.campaign_id = ?::uuid or n.name = ?) order by n.campaign_id desc limit 1",
                        NotificationStore::notification,
                        workspaceId,
                        id,
                        name)
                .stream()
                .findFirst();
    }

    /**
     * Removes the oldest of what clients want to have back.
     *
     * @return how many
     */
    int removePayloadsBefore(Instant before, int most) {
        return update(REMOVE_OLD, before, most);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private int update(String sql, @Nullable Object... values) {
        return jdbc.run("writing notifications", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                return statement.executeUpdate();
            }
        });
    }

    private <T> List<T> read(String sql, Reader<T> reader, @Nullable Object... values) {
        return jdbc.run("reading notifications", connection -> {
            var found = new ArrayList<T>();
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(reader.read(rows));
                    }
                }
            }
            return found;
        });
    }

    private static Gathering gathering(ResultSet row) throws SQLException {
        return new Gathering(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                row.getString("name"),
                row.getString("goal"),
                Columns.requiredInstant(row, "created_at"));
    }

    private static Notification notification(ResultSet row) throws SQLException {
        var workspaceId = Columns.uuid(row, "workspace_id");
        var gathering = new Gathering(
                Columns.uuid(row, "gathering_id"),
                workspaceId,
                row.getString("gathering_name"),
                row.getString("goal"),
                Columns.requiredInstant(row, "gathered_at"));
        return new Notification(
                Columns.uuid(row, "campaign_id"),
                workspaceId,
                gathering,
                row.getString("name"),
                Columns.requiredInstant(row, "created_at"));
    }
}
