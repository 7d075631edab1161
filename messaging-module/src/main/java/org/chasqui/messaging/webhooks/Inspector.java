package org.chasqui.messaging.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * The built-in receiver: shows a newcomer what arrives at an endpoint before there is one. It keeps the last requests of
 * each workspace.
 */
@ApplicationScoped
public class Inspector {
    /** What a caller writes as the address of an endpoint to have the inspector. */
    public static final String URL = "inspector";

    private static final int KEPT = 200;
    private static final int TOKEN_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Sql jdbc;

    @Inject
    Settings settings;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * A request that the inspector got.
     *
     * @param headers JSON object
     * @param body as it came
     */
    public record Kept(UUID id, Instant receivedAt, String headers, String body) {}

    /** The address of the workspace's inspector, for anybody to post to. */
    @Transactional
    public String address(UUID workspaceId) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var token = jdbc.run("finding the inspector", connection -> {
            var sql = "insert into msg_inspector (workspace_id, token) values (?, ?)"
                    + " on conflict (workspace_id) do update set token = msg_inspector.token returning token";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                statement.setString(2, fresh);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
        return settings.publicUrl() + "/inspector/" + token;
    }

    /** The workspace whose inspector has the token. */
    @Transactional
    public Optional<UUID> workspaceOf(String token) {
        return jdbc.run("finding the workspace of an inspector", connection -> {
            try (var statement =
                    connection.prepareStatement("select workspace_id from msg_inspector where token = ?")) {
                statement.setString(1, token);
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(Columns.uuid(row, "workspace_id")) : Optional.empty();
                }
            }
        });
    }

    /** Keeps a request, and no more than the last ones. */
    @Transactional
    public void keep(UUID workspaceId, Map<String, String> headers, String body) {
        jdbc.execute("keeping a request", connection -> {
            try (var statement = connection.prepareStatement(
                    "insert into msg_inspector_request (id, workspace_id, received_at, headers, body)"
                            + " values (?, ?, ?, ?::json, ?)")) {
                statement.setObject(1, ids.next());
                statement.setObject(2, workspaceId);
                Columns.set(statement, 3, clock.instant());
                statement.setString(4, text(headers));
                statement.setString(5, body.replace('\0', '\uFFFD'));
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement("delete from msg_inspector_request where workspace_id = ?"
                    + " and id < (select id from msg_inspector_request where workspace_id = ? order by id desc"
                    + " offset ? limit 1)")) {
                statement.setObject(1, workspaceId);
                statement.setObject(2, workspaceId);
                statement.setInt(3, KEPT - 1);
                statement.executeUpdate();
            }
        });
    }

    /**
     * What was kept, the newest first.
     *
     * @param before id of the last one that is known already; null to begin with the newest
     */
    @Transactional
    public List<Kept> list(UUID workspaceId, @Nullable UUID before, int limit) {
        return jdbc.run("reading the inspector", connection -> {
            try (var statement = connection.prepareStatement(
                    "select * from msg_inspector_request where workspace_id = ? and (?::uuid is null or id < ?::uuid)"
                            + " order by id desc limit ?")) {
                Columns.bind(statement, workspaceId, before, before, limit);
                try (var rows = statement.executeQuery()) {
                    var kept = new ArrayList<Kept>();
                    while (rows.next()) {
                        kept.add(new Kept(
                                Columns.uuid(rows, "id"),
                                Columns.requiredInstant(rows, "received_at"),
                                rows.getString("headers"),
                                rows.getString("body")));
                    }
                    return kept;
                }
            }
        });
    }

    private static String text(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("headers that are no texts", impossible);
        }
    }
}
