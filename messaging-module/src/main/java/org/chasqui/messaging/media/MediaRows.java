package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The tables of files. Whoever changes them brings the transaction; what is read alone needs none. */
@ApplicationScoped
class MediaRows {
    private static final String COLUMNS =
            "id, workspace_id, number_id, origin, state, mime, size, sha256, file_name, created_at";
    private static final int INBOUND = 1;
    private static final UUID HIGHEST = new UUID(-1, -1);

    @Inject
    Sql jdbc;

    /** What Meta calls one of our files. */
    record Remote(UUID numberId, String metaId, Instant expiresAt) {}

    /** Keeps others from putting or removing the same bytes until the transaction ends. */
    void lockBytes(String sha256) {
        jdbc.execute("locking a file", connection -> {
            try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 77))")) {
                statement.setString(1, sha256);
                statement.execute();
            }
        });
    }

    /** Writes an upload; one that is there already stays as it is, and then this is false. */
    boolean insert(MediaView media) {
        return jdbc.run("writing a file", connection -> {
            var sql = "insert into msg_media (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?) on conflict do nothing";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, media.id());
                statement.setObject(2, media.workspaceId());
                statement.setObject(3, media.numberId());
                statement.setInt(4, media.inbound() ? INBOUND : 0);
                statement.setInt(5, media.state().ordinal());
                statement.setString(6, media.mime());
                statement.setObject(7, media.size());
                statement.setString(8, media.sha256());
                statement.setString(9, media.fileName());
                Columns.set(statement, 10, media.createdAt());
                return statement.executeUpdate() == 1;
            }
        });
    }

    Optional<MediaView> find(UUID workspaceId, UUID id) {
        return one("id = ?", workspaceId, id);
    }

    /** By an id of Meta's: of an inbound file, or of an upload at any number. */
    Optional<MediaView> findByMetaId(UUID workspaceId, String metaId) {
        return one("meta_id = ?", workspaceId, metaId)
                .or(() -> one("id in (select asset_id from msg_media_remote where meta_id = ?)", workspaceId, metaId));
    }

    /** Uploads whose bytes are here, newest first. */
    List<MediaView> uploads(UUID workspaceId, int limit, @Nullable UUID before) {
        return jdbc.run("listing files", connection -> {
            var sql = "select " + COLUMNS
                    + " from msg_media where workspace_id = ? and id < coalesce(?, ?) and origin = 0" + " and state = "
                    + MediaState.STORED.ordinal() + " order by id desc limit ?";
            try (var statement = connection.prepareStatement(sql)) {
                Columns.bind(statement, workspaceId, before, HIGHEST, limit);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<MediaView>();
                    while (rows.next()) {
                        found.add(view(rows));
                    }
                    return found;
                }
            }
        });
    }

    private Optional<MediaView> one(String condition, UUID workspaceId, Object id) {
        return jdbc.run("reading a file", connection -> {
            var sql = "select " + COLUMNS + " from msg_media where workspace_id = ? and " + condition
                    + " order by id desc limit 1";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                statement.setObject(2, id);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(view(rows)) : Optional.empty();
                }
            }
        });
    }

    /** Removes a file with what Meta calls it; its bytes stay. */
    void delete(MediaView media) {
        jdbc.execute("removing a file", connection -> {
            update(connection, "delete from msg_media_fetch where asset_id = ?", media.id());
            update(connection, "delete from msg_media_remote where asset_id = ?", media.id());
            update(connection, "delete from msg_media where id = ?", media.id());
        });
    }

    /** Forgets the bytes of a file, and what Meta calls it; false when it has none any more. */
    boolean expire(UUID id) {
        return jdbc.run("letting a file go", connection -> {
            update(connection, "delete from msg_media_remote where asset_id = ?", id);
            var sql = "update msg_media set state = ?, sha256 = null where id = ? and state = ?";
            return update(connection, sql, MediaState.GONE.ordinal(), id, MediaState.STORED.ordinal()) == 1;
        });
    }

    /** Whether any file has these bytes. */
    boolean isWanted(String sha256) {
        return jdbc.run("asking for a file", connection -> {
            try (var statement = connection.prepareStatement("select 1 from msg_media where sha256 = ? limit 1")) {
                statement.setString(1, sha256);
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** What Meta calls a file, at each number that has it. */
    List<Remote> remotes(UUID assetId) {
        return jdbc.run("reading what Meta calls a file", connection -> {
            var sql = "select number_id, meta_id, expires_at from msg_media_remote where asset_id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, assetId);
                try (var rows = statement.executeQuery()) {
                    var found = new ArrayList<Remote>();
                    while (rows.next()) {
                        found.add(new Remote(
                                rows.getObject(1, UUID.class),
                                rows.getString(2),
                                Columns.requiredInstant(rows, "expires_at")));
                    }
                    return found;
                }
            }
        });
    }

    void saveRemote(UUID assetId, UUID numberId, String metaId, Instant expiresAt) {
        jdbc.execute("noting what Meta calls a file", connection -> {
            var sql = """
                    insert into msg_media_remote (asset_id, number_id, meta_id, expires_at) values (?, ?, ?, ?)
                    on conflict (asset_id, number_id)
                    do update set meta_id = excluded.meta_id, expires_at = excluded.expires_at
                    """;
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, assetId);
                statement.setObject(2, numberId);
                statement.setString(3, metaId);
                Columns.set(statement, 4, expiresAt);
                statement.executeUpdate();
            }
        });
    }

    void forgetRemote(UUID assetId, UUID numberId) {
        jdbc.execute(
                "forgetting what Meta calls a file",
                connection -> update(
                        connection,
                        "delete from msg_media_remote where asset_id = ? and number_id = ?",
                        assetId,
                        numberId));
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Columns.bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static MediaView view(ResultSet row) throws SQLException {
        return new MediaView(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getObject("number_id", UUID.class),
                row.getInt("origin") == INBOUND,
                MediaState.values()[row.getInt("state")],
                row.getString("mime"),
                (Long) row.getObject("size"),
                row.getString("sha256"),
                row.getString("file_name"),
                Columns.requiredInstant(row, "created_at"));
    }
}
