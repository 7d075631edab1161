package org.chasqui.api.dialog360.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What partners have said of themselves and of their clients, in the database. Callers bring the transaction. */
@ApplicationScoped
class HubStore {
    private static final String PUT_PARTNER = """
            insert into api_dialog360_partner (workspace_id, webhook_id, redirect_url, brand_name, logo_url, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (workspace_id) do update set webhook_id = excluded.webhook_id,
                redirect_url = excluded.redirect_url, brand_name = excluded.brand_name, logo_url = excluded.logo_url,
                updated_at = excluded.updated_at
            """;

    private static final String PUT_CLIENT = """
            insert into api_dialog360_client (account_id, workspace_id, partner_payload, max_channels, updated_at)
            values (?, ?, ?, ?, ?)
            on conflict (account_id) do update set partner_payload = excluded.partner_payload,
                max_channels = excluded.max_channels, updated_at = excluded.updated_at
            """;

    @Inject
    Sql jdbc;

    /** Only one at a time changes what a partner has said, for as long as the transaction lasts. */
    void lock(UUID workspaceId) {
        jdbc.execute("locking a partner", connection -> {
            try (var statement =
                    connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 362))")) {
                statement.setString(1, workspaceId.toString());
                statement.execute();
            }
        });
    }

    Optional<PartnerNotes> partner(UUID workspaceId) {
        return jdbc.run("reading a partner", connection -> {
            try (var statement =
                    connection.prepareStatement("select * from api_dialog360_partner where workspace_id = ?")) {
                Columns.bind(statement, workspaceId);
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new PartnerNotes(
                                    workspaceId,
                                    (UUID) rows.getObject("webhook_id"),
                                    rows.getString("redirect_url"),
                                    rows.getString("brand_name"),
                                    rows.getString("logo_url")))
                            : Optional.empty();
                }
            }
        });
    }

    void put(PartnerNotes notes, Instant at) {
        jdbc.execute("writing a partner", connection -> {
            try (var statement = connection.prepareStatement(PUT_PARTNER)) {
                Columns.bind(
                        statement,
                        notes.workspaceId(),
                        notes.webhookId(),
                        notes.redirectUrl(),
                        notes.brandName(),
                        notes.logoUrl(),
                        at);
                statement.executeUpdate();
            }
        });
    }

    /** By our ids of the accounts; only of those that something was noted of. */
    Map<UUID, ClientNotes> clients(UUID workspaceId) {
        return jdbc.run("reading clients", connection -> {
            try (var statement =
                    connection.prepareStatement("select * from api_dialog360_client where workspace_id = ?")) {
                Columns.bind(statement, workspaceId);
                try (var rows = statement.executeQuery()) {
                    var found = new HashMap<UUID, ClientNotes>();
                    while (rows.next()) {
                        var account = Columns.uuid(rows, "account_id");
                        found.put(
                                account,
                                new ClientNotes(
                                        account,
                                        rows.getString("partner_payload"),
                                        Columns.integer(rows, "max_channels")));
                    }
                    return found;
                }
            }
        });
    }

    void put(UUID workspaceId, ClientNotes notes, Instant at) {
        jdbc.execute("writing a client", connection -> {
            try (var statement = connection.prepareStatement(PUT_CLIENT)) {
                Columns.bind(
                        statement, notes.accountId(), workspaceId, notes.partnerPayload(), notes.maxChannels(), at);
                statement.executeUpdate();
            }
        });
    }
}
