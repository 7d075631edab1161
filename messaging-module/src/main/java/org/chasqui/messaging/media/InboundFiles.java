package org.chasqui.messaging.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.sql.Sql;

/**
 * Notes, in the transaction that stores messages of people, which of them bring a file: a row for the file, and an order to fetch
 * it. The file has the id of its message.
 */
@ApplicationScoped
class InboundFiles {
    /** Lenient, unlike the one of our API: whatever Meta writes is read. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Source: Meta, Cloud API changelog 2025-10-09: ids of inbound files end after seven days. */
    private static final Duration META_KEEPS = Duration.ofDays(7);

    private static final List<String> KINDS = List.of("image", "video", "audio", "document", "sticker");

    @Inject
    Sql jdbc;

    @Inject
    Event<FilesBrought> noted;

    @Inject
    Clock clock;

    /** A file that a message brings. */
    record Brought(String metaId, String mime, String sha256, String fileName) {}

    /** Fired in the transaction that notes files of people. */
    record FilesBrought(int files) {}

    void note(@Observes MessagesMoved event) {
        var ids = event.moves().stream()
                .filter(InboundFiles::isNewFromMeta)
                .map(Move::messageId)
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        int files = jdbc.run("noting files of people", connection -> {
            var sql = "select id, workspace_id, number_id, type, content from msg_message"
                    + " where id = any(?) and type = any(?)";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                statement.setArray(2, connection.createArrayOf("text", kindsAndEdits()));
                try (var rows = statement.executeQuery()) {
                    int found = 0;
                    while (rows.next()) {
                        found += note(connection, rows) ? 1 : 0;
                    }
                    return found;
                }
            }
        });
        if (files > 0) {
            noted.fire(new FilesBrought(files));
        }
    }

    /** Written by a person, or to a person in the Business app, which Meta tells us when it has long been sent. */
    private static boolean isNewFromMeta(Move move) {
        return move.from() == null && (move.to() == MessageStatus.RECEIVED || move.to() == MessageStatus.SENT);
    }

    private static Object[] kindsAndEdits() {
        var types = new ArrayList<String>(KINDS);
        types.add("edit");
        return types.toArray();
    }

    private boolean note(Connection connection, ResultSet message) throws SQLException {
        var brought = brought(message.getString("type"), message.getString("content"));
        if (brought.isEmpty()) {
            return false;
        }
        var file = brought.get();
        var id = message.getObject("id", UUID.class);
        var number = message.getObject("number_id", UUID.class);
        var now = clock.instant();
        MediaRows.update(
                connection,
                "insert into msg_media (id, workspace_id, number_id, origin, state, mime, file_name, meta_id, created_at)"
                        + " values (?, ?, ?, 1, 1, ?, ?, ?, ?) on conflict do nothing",
                id,
                message.getObject("workspace_id", UUID.class),
                number,
                file.mime(),
                FileName.clean(file.fileName()),
                file.metaId(),
                now);
        MediaRows.update(
                connection,
                "insert into msg_media_fetch (asset_id, number_id, meta_id, sha256, next_at, give_up_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                id,
                number,
                file.metaId(),
                file.sha256(),
                now,
                now.plus(META_KEEPS));
        return true;
    }

    /** The file in the content of a message; empty when it has none that can be fetched. */
    static Optional<Brought> brought(String type, String content) {
        try {
            var body = MAPPER.readTree(content);
            if (type.equals("edit")) {
                var edited = body.path("message");
                body = edited.path(edited.path("type").asText());
            }
            var id = body.path("id").asText();
            return id.matches("\\d{1,64}")
                    ? Optional.of(new Brought(
                            id,
                            mime(body),
                            body.path("sha256").asText(),
                            body.path("filename").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException impossible) {
            return Optional.empty();
        }
    }

    private static String mime(JsonNode body) {
        var mime = body.path("mime_type").asText().replaceFirst(";.*", "").strip();
        return mime.matches("[\\w.+-]+/[\\w.+-]+") ? mime : "application/octet-stream";
    }
}
