package org.chasqui.messaging.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads off the rows that are about a message what they did to it: edits, a revocation, reactions. Derived at each read,
 * so that it does not matter in which order Meta told of the message and of what happened to it.
 */
final class Footnotes {
    /** Takes what the reader of webhooks has taken: it is deeper than what a caller of the API may send. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A lateral join that gives the rows about {@code m}, the oldest first, as JSON in the column {@code notes}. */
    static final String JOIN = """
            left join lateral (
                select json_agg(json_build_object('type', n.type, 'direction', n.direction,
                    'at', to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'content', n.content) order by n.created_at, n.id) as notes
                from msg_message n where n.target = m.wamid and n.number_id = m.number_id) about on true
            """;

    private final List<MessageNotes.Version> versions = new ArrayList<>();
    private final Map<Direction, MessageNotes.Reaction> reactions = new EnumMap<>(Direction.class);
    private JsonNode content;
    private Instant since;
    private @Nullable Instant editedAt;
    private @Nullable Instant revokedAt;

    private Footnotes(JsonNode content, Instant since) {
        this.content = content;
        this.since = since;
    }

    /** The content as it stands, and the notes. */
    record Read(JsonNode content, MessageNotes notes) {}

    static Read of(ResultSet row, Instant createdAt) throws SQLException {
        var notes = new Footnotes(json(row.getString("content")), createdAt);
        var about = row.getString("notes");
        if (about != null) {
            json(about).forEach(notes::add);
        }
        return new Read(
                notes.content,
                new MessageNotes(
                        nullable(row.getString("context")),
                        nullable(row.getString("extra")),
                        row.getString("origin"),
                        List.copyOf(notes.versions),
                        notes.editedAt,
                        notes.revokedAt,
                        List.copyOf(notes.reactions.values())));
    }

    private void add(JsonNode note) {
        var at = Instant.parse(note.path("at").asText());
        var body = json(note.path("content").asText());
        switch (note.path("type").asText()) {
            case "edit" -> edit(body.path("message"), at);
            case "revoke" -> revokedAt = revokedAt == null ? at : revokedAt;
            case "reaction" -> react(Direction.ofCode(note.path("direction").asInt()), body, at);
            default -> {
                // A kind of note that we do not know changes nothing that we show.
            }
        }
    }

    private void edit(JsonNode message, Instant at) {
        var edited = message.path(message.path("type").asText());
        if (edited.isObject()) {
            versions.add(new MessageNotes.Version(since, content));
            content = edited;
            since = at;
            editedAt = at;
        }
    }

    /** An empty or missing emoji takes the reaction back (Meta, Cloud API reference). */
    private void react(Direction by, JsonNode reaction, Instant at) {
        var emoji = reaction.path("emoji").asText("");
        if (emoji.isEmpty()) {
            reactions.remove(by);
        } else {
            reactions.put(by, new MessageNotes.Reaction(by, emoji, at));
        }
    }

    private static @Nullable JsonNode nullable(@Nullable String json) {
        return json == null ? null : json(json);
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a stored content is no JSON", ours);
        }
    }
}
