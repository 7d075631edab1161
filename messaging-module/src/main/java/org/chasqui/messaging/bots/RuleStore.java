package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Rules in the database. Callers bring the transaction and know that the bot is theirs. */
@ApplicationScoped
class RuleStore {
    private static final String SAVE = """
            insert into msg_bot_rule (id, bot_id, title, match, keywords, actions, priority, active, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (id) do update set title = excluded.title, match = excluded.match, keywords = excluded.keywords,
                actions = excluded.actions, priority = excluded.priority, active = excluded.active,
                updated_at = excluded.updated_at
            """;

    @Inject
    Sql jdbc;

    /** Counts stay as they are. */
    void save(RuleView rule) {
        jdbc.execute(
                "writing a rule",
                connection -> Rows.update(
                        connection,
                        SAVE,
                        rule.id(),
                        rule.botId(),
                        rule.title(),
                        rule.match().wireName(),
                        Columns.texts(connection, rule.keywords()),
                        BotJson.writeActions(rule.actions()),
                        rule.priority(),
                        rule.active(),
                        rule.createdAt(),
                        rule.updatedAt()));
    }

    /** In the order in which they are looked at. */
    List<RuleView> list(UUID botId) {
        return jdbc.run(
                "reading rules",
                connection -> Rows.list(
                        connection,
                        RuleStore::read,
                        "select * from msg_bot_rule where bot_id = ? order by priority desc, id",
                        botId));
    }

    /** Of all bots of a workspace: the newest bot first, the rules of each in the order in which they are looked at. */
    List<RuleTitle> titles(UUID workspaceId) {
        return jdbc.run(
                "reading the titles of rules",
                connection -> Rows.list(
                        connection,
                        row -> new RuleTitle(
                                Columns.uuid(row, "bot_id"), Columns.uuid(row, "id"), row.getString("title")),
                        "select r.bot_id, r.id, r.title from msg_bot_rule r join msg_bot b on b.id = r.bot_id"
                                + " where b.workspace_id = ? order by b.id desc, r.priority desc, r.id",
                        workspaceId));
    }

    /** How many rules the bots of a workspace have; those without any are left out. */
    Map<UUID, Integer> counts(UUID workspaceId) {
        return jdbc.run("counting rules", connection -> {
            var counts = new HashMap<UUID, Integer>();
            Rows.list(
                    connection,
                    row -> counts.put(Columns.uuid(row, "bot_id"), row.getInt("n")),
                    "select r.bot_id, count(*) as n from msg_bot_rule r join msg_bot b on b.id = r.bot_id"
                            + " where b.workspace_id = ? group by r.bot_id",
                    workspaceId);
            return counts;
        });
    }

    Optional<RuleView> find(UUID botId, UUID id) {
        return jdbc.run(
                "reading a rule",
                connection -> Rows.first(
                        connection,
                        RuleStore::read,
                        "select * from msg_bot_rule where bot_id = ? and id = ?",
                        botId,
                        id));
    }

    boolean delete(UUID botId, UUID id) {
        return jdbc.run(
                        "deleting a rule",
                        connection -> Rows.update(
                                connection, "delete from msg_bot_rule where bot_id = ? and id = ?", botId, id))
                > 0;
    }

    /** The first gets the highest priority; ten apart, so that one may be put between two. */
    void order(UUID botId, List<UUID> ids, Instant now) {
        var sql = "update msg_bot_rule r set priority = (? - n.place) * 10, updated_at = ?"
                + " from unnest(?::uuid[]) with ordinality as n(id, place) where r.id = n.id and r.bot_id = ?";
        jdbc.execute(
                "putting rules into an order",
                connection -> Rows.update(connection, sql, ids.size() + 1, now, Columns.uuids(connection, ids), botId));
    }

    /** A rule has decided an answer. */
    void hit(UUID id, Instant now) {
        jdbc.execute(
                "counting a rule",
                connection -> Rows.update(
                        connection, "update msg_bot_rule set hits = hits + 1, last_hit_at = ? where id = ?", now, id));
    }

    private static RuleView read(ResultSet row) throws SQLException {
        return new RuleView(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "bot_id"),
                row.getString("title"),
                MatchKind.parse(row.getString("match")),
                List.copyOf(Arrays.asList((String[]) row.getArray("keywords").getArray())),
                BotJson.readActions(row.getString("actions")),
                row.getInt("priority"),
                row.getBoolean("active"),
                row.getLong("hits"),
                Columns.instant(row, "last_hit_at"),
                Columns.requiredInstant(row, "created_at"),
                Columns.requiredInstant(row, "updated_at"));
    }
}
