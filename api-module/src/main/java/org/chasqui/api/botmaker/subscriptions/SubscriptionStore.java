package org.chasqui.api.botmaker.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Subscriptions in the database. */
@ApplicationScoped
public class SubscriptionStore {
    private static final String SAVE = """
            insert into api_botmaker_webhook (webhook_id, workspace_id, kind, channels, token, bot_messages, user_messages,
                agent_messages, message_status, template_status_only, event_messages, variable_changes, created_at)
            values (?, ?, ?, ?::uuid[], ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (webhook_id) do update set kind = excluded.kind, channels = excluded.channels, token = excluded.token,
                bot_messages = excluded.bot_messages, user_messages = excluded.user_messages,
                agent_messages = excluded.agent_messages, message_status = excluded.message_status,
                template_status_only = excluded.template_status_only, event_messages = excluded.event_messages,
                variable_changes = excluded.variable_changes
            """;

    @Inject
    Sql jdbc;

    @Inject
    TokenVault vault;

    /** For the container. */
    public SubscriptionStore() {}

    SubscriptionStore(Sql jdbc, TokenVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public void save(Subscription one) {
        var token = one.token();
        var switches = one.switches();
        update(
                SAVE,
                one.webhookId(),
                one.workspaceId(),
                one.kind().wireName(),
                array(one.channels()),
                token == null ? null : vault.seal(one.webhookId(), token),
                switches.bot(),
                switches.user(),
                switches.agent(),
                switches.status(),
                switches.templateStatusOnly(),
                switches.events(),
                switches.variableChanges(),
                one.createdAt());
    }

    public void delete(UUID webhookId) {
        update("delete from api_botmaker_webhook where webhook_id = ?", webhookId);
    }

    public Optional<Subscription> find(UUID webhookId) {
        return read("webhook_id = ?", webhookId).stream().findFirst();
    }

    /** The oldest first. */
    public List<Subscription> list(UUID workspaceId) {
        return read("workspace_id = ? order by created_at, webhook_id", workspaceId);
    }

    /** Whether anybody wants to hear what became of calls. */
    public boolean wantsResults(UUID workspaceId) {
        return jdbc.run("looking for subscriptions", connection -> {
            try (var statement = connection.prepareStatement(
                    "select exists (select 1 from api_botmaker_webhook where workspace_id = ? and kind = ?)")) {
                Columns.bind(statement, workspaceId, Kind.RESULTS.wireName());
                try (var rows = statement.executeQuery()) {
                    return rows.next() && rows.getBoolean(1);
                }
            }
        });
    }

    /** Tokens of all workspaces that are sealed with an older key: how they are sealed, by the ids of their endpoints. */
    Map<UUID, String> outdatedTokens() {
        return jdbc.run("looking for seals of tokens", connection -> {
            var found = new LinkedHashMap<UUID, String>();
            try (var statement = connection.prepareStatement(
                            "select webhook_id, token from api_botmaker_webhook where token is not null");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var sealed = rows.getString("token");
                    if (vault.isOutdated(sealed)) {
                        found.put(Columns.uuid(rows, "webhook_id"), sealed);
                    }
                }
            }
            return found;
        });
    }

    /**
     * Seals a token with the current key, unless somebody has set another one meanwhile.
     *
     * @throws org.chasqui.platform.secrets.SecretUnreadable when no key opens it
     */
    void renewSeal(UUID webhookId, String sealed) {
        update(
                "update api_botmaker_webhook set token = ? where webhook_id = ? and token = ?",
                vault.seal(webhookId, vault.open(webhookId, sealed)),
                webhookId,
                sealed);
    }

    /** As PostgreSQL writes an array. */
    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private void update(String sql, @Nullable Object... values) {
        jdbc.execute("writing a subscription", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, values);
                statement.executeUpdate();
            }
        });
    }

    private List<Subscription> read(String where, Object... values) {
        return jdbc.run("reading subscriptions", connection -> {
            var found = new ArrayList<Subscription>();
            try (var statement = connection.prepareStatement("select * from api_botmaker_webhook where " + where)) {
                Columns.bind(statement, values);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(subscription(rows));
                    }
                }
            }
            return found;
        });
    }

    private Subscription subscription(ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "webhook_id");
        var sealed = row.getString("token");
        return new Subscription(
                id,
                Columns.uuid(row, "workspace_id"),
                Kind.parse(row.getString("kind")),
                List.of((UUID[]) row.getArray("channels").getArray()),
                sealed == null ? null : vault.open(id, sealed),
                new Switches(
                        row.getBoolean("bot_messages"),
                        row.getBoolean("user_messages"),
                        row.getBoolean("agent_messages"),
                        row.getBoolean("message_status"),
                        row.getBoolean("template_status_only"),
                        row.getBoolean("event_messages"),
                        row.getBoolean("variable_changes")),
                Columns.requiredInstant(row, "created_at"));
    }
}
