package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Reads people for pages and answers. */
@ApplicationScoped
class ContactReader {
    private static final String SELECT = """
            select c.*, (select json_agg(json_build_array(k.category, k.opted_out, k.source, k.detail,
                to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by k.category)
                from msg_consent k where k.contact_id = c.id) as consents
            from msg_contact c
            """;

    @Inject
    Sql jdbc;

    /** A person by our id, or by a number or user id under which he comes. */
    Optional<ContactView> find(UUID workspaceId, String idOrKey) {
        var id = uuid(idOrKey);
        if (id != null) {
            return query(
                            SELECT + " where c.workspace_id = ? and c.id = ? and c.forgotten_at is null",
                            List.of(workspaceId, id))
                    .stream()
                    .findFirst();
        }
        var sql = SELECT + " join msg_contact_identity i on i.contact_id = c.id"
                + " where i.workspace_id = ? and i.value = ? and c.forgotten_at is null";
        return query(sql, List.of(workspaceId, idOrKey)).stream().findFirst();
    }

    Map<UUID, ContactView> byIds(Collection<UUID> ids) {
        var found = new HashMap<UUID, ContactView>();
        jdbc.execute("reading contacts", connection -> {
            try (var statement = connection.prepareStatement(SELECT + " where c.id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var view = view(rows);
                        found.put(view.id(), view);
                    }
                }
            }
        });
        return found;
    }

    /** Newest first. */
    List<ContactView> list(UUID workspaceId, ContactFilter filter, int limit, @Nullable UUID before) {
        var sql = new StringBuilder(SELECT).append(" where c.workspace_id = ? and c.forgotten_at is null");
        var parameters = new ArrayList<Object>(List.of(workspaceId));
        if (filter.text() != null) {
            sql.append(" and (c.name ilike ? or c.profile_name ilike ? or c.username ilike ? or c.phone like ?)");
            var like = "%" + filter.text().replaceAll("([%_\\\\])", "\\\\$1") + "%";
            parameters.addAll(List.of(like, like, like, like.replaceFirst("^%\\+", "")));
        }
        if (filter.tag() != null) {
            sql.append(" and c.tags @> array[?]::text[]");
            parameters.add(filter.tag());
        }
        if (filter.optedOut() != null) {
            sql.append(" and exists (select 1 from msg_consent k where k.contact_id = c.id and k.opted_out"
                    + " and k.category in (?, 'all'))");
            parameters.add(filter.optedOut());
        }
        if (before != null) {
            sql.append(" and c.id < ?");
            parameters.add(before);
        }
        parameters.add(limit);
        return query(sql + " order by c.id desc limit ?", parameters);
    }

    private List<ContactView> query(String sql, List<?> parameters) {
        return jdbc.run("reading contacts", connection -> {
            var views = new ArrayList<ContactView>();
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, parameters.get(i));
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        views.add(view(rows));
                    }
                }
            }
            return views;
        });
    }

    private static ContactView view(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ContactView(
                id,
                row.getObject("workspace_id", UUID.class),
                row.getString("phone"),
                row.getString("user_id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("profile_name"),
                row.getString("language"),
                Attributes.of(row.getString("attributes")),
                List.copyOf(Arrays.asList((String[]) row.getArray("tags").getArray())),
                consents(id, row.getString("consents")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static List<Consent> consents(UUID id, @Nullable String json) {
        if (json == null) {
            return List.of();
        }
        var consents = new ArrayList<Consent>();
        for (var one : Attributes.read(json)) {
            consents.add(new Consent(
                    id,
                    one.get(0).asText(),
                    one.get(1).asBoolean(),
                    one.get(2).asText(),
                    one.get(3).isNull() ? null : one.get(3).asText(),
                    Instant.parse(one.get(4).asText())));
        }
        return consents;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }
}
