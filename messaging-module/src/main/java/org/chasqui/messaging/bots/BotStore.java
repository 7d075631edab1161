package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.RequestFailed;

/** Bots in the database. Callers bring the transaction. */
@ApplicationScoped
class BotStore {
    private static final String SAVE = """
            insert into msg_bot (id, workspace_id, name, kind, active, settings, ai, ai_key, external, external_secret,
                created_at, updated_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, kind = excluded.kind, active = excluded.active,
                settings = excluded.settings, ai = excluded.ai, ai_key = excluded.ai_key, external = excluded.external,
                external_secret = excluded.external_secret, updated_at = excluded.updated_at,
                version = msg_bot.version + 1
            """;

    @Inject
    Sql jdbc;

    void save(BotRow row) {
        var bot = row.view();
        jdbc.execute(
                "writing a bot",
                connection -> Rows.update(
                        connection,
                        SAVE,
                        bot.id(),
                        bot.workspaceId(),
                        bot.name(),
                        bot.kind().wireName(),
                        bot.active(),
                        BotJson.write(bot.settings()),
                        BotJson.write(bot.ai()),
                        row.aiKey(),
                        BotJson.write(bot.external()),
                        row.externalSecret(),
                        bot.createdAt(),
                        bot.updatedAt()));
    }

    /** Also its rules and what it has used. */
    void delete(UUID id) {
        jdbc.execute("deleting a bot", connection -> Rows.update(connection, "delete from msg_bot where id = ?", id));
    }

    Optional<BotRow> find(UUID workspaceId, UUID id) {
        return byId(id).filter(row -> row.view().workspaceId().equals(workspaceId));
    }

    /**
     * As {@link #find}, for who must have it and is going to change it: nobody else does until the transaction ends.
     *
     * @throws RequestFailed NOT_FOUND
     */
    BotRow demand(UUID workspaceId, UUID id) {
        return jdbc.run(
                        "locking a bot",
                        connection -> Rows.first(
                                connection,
                                BotStore::read,
                                "select * from msg_bot where workspace_id = ? and id = ? for no key update",
                                workspaceId,
                                id))
                .orElseThrow(() -> RequestFailed.notFound("bot", id.toString()));
    }

    /** Whatever its workspace: for background work, never for a request. */
    Optional<BotRow> byId(UUID id) {
        return jdbc.run(
                "reading a bot",
                connection -> Rows.first(connection, BotStore::read, "select * from msg_bot where id = ?", id));
    }

    Map<UUID, BotView> byIds(Collection<UUID> ids) {
        var found = new HashMap<UUID, BotView>();
        if (!ids.isEmpty()) {
            jdbc.run(
                            "reading bots",
                            connection -> Rows.list(
                                    connection,
                                    BotStore::read,
                                    "select * from msg_bot where id = any(?)",
                                    Columns.uuids(connection, ids)))
                    .forEach(row -> found.put(row.view().id(), row.view()));
        }
        return found;
    }

    /** The newest first. */
    List<BotView> list(UUID workspaceId) {
        return jdbc
                .run(
                        "reading bots",
                        connection -> Rows.list(
                                connection,
                                BotStore::read,
                                "select * from msg_bot where workspace_id = ? order by id desc",
                                workspaceId))
                .stream()
                .map(BotRow::view)
                .toList();
    }

    /** Those of all workspaces that have a secret, for who seals them anew: nobody else changes them until the transaction ends. */
    List<BotRow> withSecrets() {
        return jdbc.run(
                "reading the secrets of bots",
                connection -> Rows.list(
                        connection,
                        BotStore::read,
                        "select * from msg_bot where ai_key is not null or external_secret is not null order by id"
                                + " for no key update"));
    }

    private static BotRow read(ResultSet row) throws SQLException {
        var ai = row.getString("ai");
        var external = row.getString("external");
        var key = row.getString("ai_key");
        var view = new BotView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                row.getString("name"),
                BotKind.parse(row.getString("kind")),
                row.getBoolean("active"),
                BotJson.read(row.getString("settings"), BotSettings.class),
                ai == null ? AiSettings.NONE : BotJson.read(ai, AiSettings.class),
                key != null,
                external == null ? ExternalBotSettings.NONE : BotJson.read(external, ExternalBotSettings.class),
                Columns.requiredInstant(row, "created_at"),
                Columns.requiredInstant(row, "updated_at"));
        return new BotRow(view, key, row.getString("external_secret"));
    }
}
