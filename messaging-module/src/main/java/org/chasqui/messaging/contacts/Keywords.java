package org.chasqui.messaging.contacts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.RequestFailed;

/** The words by which people opt out, for each workspace. Other nodes hear of a change within ten seconds. */
@ApplicationScoped
public class Keywords {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST = 50;
    private static final int LONGEST = 60;

    @Inject
    Sql jdbc;

    private final Cache<UUID, OptOutWords> kept =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();

    /** The words of a workspace; the default ones when it has not chosen. */
    @Transactional
    public OptOutWords of(UUID workspaceId) {
        var known = kept.getIfPresent(workspaceId);
        if (known != null) {
            return known;
        }
        var read = read(workspaceId);
        kept.put(workspaceId, read);
        return read;
    }

    /**
     * Chooses the words of a workspace.
     *
     * @throws RequestFailed VALIDATION_FAILED when there are more than 50 of a kind, one is empty or longer than 60
     *     characters, or the same word stops and starts
     */
    @Transactional
    public OptOutWords choose(UUID workspaceId, List<String> stop, List<String> start) {
        var words = new OptOutWords(checked("stop", stop), checked("start", start));
        for (var word : words.start()) {
            if (words.optsOut(word).orElse(false)) {
                throw RequestFailed.invalid("start", "has " + word + ", which also stops.");
            }
        }
        jdbc.execute("choosing opt-out words", connection -> {
            var sql = "insert into msg_opt_out_words (workspace_id, stop_words, start_words) values (?, ?, ?)"
                    + " on conflict (workspace_id) do update set stop_words = excluded.stop_words,"
                    + " start_words = excluded.start_words";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, workspaceId);
                statement.setArray(
                        2, connection.createArrayOf("text", words.stop().toArray()));
                statement.setArray(
                        3, connection.createArrayOf("text", words.start().toArray()));
                statement.executeUpdate();
            }
        });
        kept.invalidate(workspaceId);
        return words;
    }

    private static List<String> checked(String field, List<String> words) {
        if (words.size() > MOST) {
            throw RequestFailed.invalid(field, "has " + words.size() + " words; " + MOST + " are the most.");
        }
        var byFold = new LinkedHashMap<String, String>();
        for (var word : words) {
            var folded = OptOutWords.fold(word);
            if (folded.isEmpty() || word.length() > LONGEST) {
                throw RequestFailed.invalid(field, "each word must have 1 to " + LONGEST + " characters.");
            }
            byFold.putIfAbsent(folded, word.strip());
        }
        return List.copyOf(byFold.values());
    }

    private OptOutWords read(UUID workspaceId) {
        return jdbc.run("reading opt-out words", connection -> {
            try (var statement = connection.prepareStatement(
                    "select stop_words, start_words from msg_opt_out_words where workspace_id = ?")) {
                statement.setObject(1, workspaceId);
                try (var row = statement.executeQuery()) {
                    return row.next() ? new OptOutWords(words(row, 1), words(row, 2)) : OptOutWords.DEFAULT;
                }
            }
        });
    }

    private static List<String> words(ResultSet row, int column) throws SQLException {
        return List.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
