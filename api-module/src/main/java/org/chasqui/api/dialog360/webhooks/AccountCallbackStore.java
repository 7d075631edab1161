package org.chasqui.api.dialog360.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Callbacks of accounts in the database. Callers bring the transaction. */
@ApplicationScoped
class AccountCallbackStore {
    /** Whoever comes second takes the place of the first. */
    private static final String PUT = """
            insert into api_dialog360_account_callback (account_id, workspace_id, webhook_id, created_at)
            values (?, ?, ?, ?)
            on conflict (account_id) do update set webhook_id = excluded.webhook_id, created_at = excluded.created_at
            """;

    @Inject
    Sql jdbc;

    void put(AccountCallback callback) {
        update(PUT, callback.accountId(), callback.workspaceId(), callback.webhookId(), callback.createdAt());
    }

    void remove(UUID accountId) {
        update("delete from api_dialog360_account_callback where account_id = ?", accountId);
    }

    Optional<AccountCallback> ofAccount(UUID accountId) {
        return find("account_id", accountId);
    }

    Optional<AccountCallback> ofWebhook(UUID webhookId) {
        return find("webhook_id", webhookId);
    }

    private Optional<AccountCallback> find(String column, UUID id) {
        return jdbc.run("reading the callback of an account", connection -> {
            var sql = "select * from api_dialog360_account_callback where " + column + " = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new AccountCallback(
                                    Columns.uuid(rows, "account_id"),
                                    Columns.uuid(rows, "workspace_id"),
                                    Columns.uuid(rows, "webhook_id"),
                                    Columns.requiredInstant(rows, "created_at")))
                            : Optional.empty();
                }
            }
        });
    }

    private void update(String sql, Object... parameters) {
        jdbc.execute("writing the callback of an account", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, parameters);
                statement.executeUpdate();
            }
        });
    }
}
