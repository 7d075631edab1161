package org.chasqui.platform.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** What became of numbers and their accounts, for people who ask "since when?". An entry is part of its change's transaction. */
@ApplicationScoped
public class NumberHistory {
    /** Without the strictness of our own API: Meta may nest as it likes. */
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private static final String INSERT = """
            insert into plt_number_history
                (id, workspace_id, account_id, number_id, at, what, before, after, source, field, value, told)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final String KNOWN = "select exists (select 1 from plt_number_history where told = ?)";

    /** A number's own entries and those of its whole account. */
    private static final String OF_NUMBER = """
            select h.* from plt_number_history h join plt_phone_number n on n.id = ?
            where h.workspace_id = ? and h.account_id = n.account_id and (h.number_id = n.id or h.number_id is null)
              and (?::uuid is null or h.id < ?::uuid)
            order by h.id desc limit ?
            """;

    @Inject
    DataSource dataSource;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * The history of a number with that of its account, the newest first.
     *
     * @param before only what is older than this entry; null for the newest
     */
    @Transactional
    public List<HistoryEntry> of(UUID workspaceId, UUID numberId, @Nullable UUID before, int limit) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(OF_NUMBER)) {
            select.setObject(1, numberId);
            select.setObject(2, workspaceId);
            select.setObject(3, before);
            select.setObject(4, before);
            select.setInt(5, limit);
            var entries = new ArrayList<HistoryEntry>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        } catch (SQLException failed) {
            throw new IllegalStateException("The history of a number could not be read", failed);
        }
    }

    /** Whether this webhook has come before; one without a time of Meta is always new. */
    boolean knows(Account account, Told told) {
        if (told.happenedAt() == null) {
            return false;
        }
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(KNOWN)) {
            select.setBytes(1, digest(account, told));
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The history of a number could not be read", failed);
        }
    }

    /** Adds a line. */
    void add(Account account, @Nullable UUID numberId, Line line) {
        var told = line.told();
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setObject(2, account.workspaceId);
            insert.setObject(3, account.id);
            insert.setObject(4, numberId);
            insert.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setString(6, line.what());
            insert.setString(7, line.before());
            insert.setString(8, line.after());
            insert.setString(9, line.source());
            insert.setString(10, told == null ? null : told.field());
            insert.setString(11, told == null ? null : told.value().toString());
            insert.setBytes(12, told == null ? null : digest(account, told));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The history of a number could not be written", failed);
        }
    }

    private static byte[] digest(Account account, Told told) {
        var text = account.wabaId + '\n' + told.happenedAt() + '\n' + told.field() + '\n' + told.value();
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static HistoryEntry entry(ResultSet rows) throws SQLException {
        var value = rows.getString("value");
        try {
            return new HistoryEntry(
                    rows.getObject("id", UUID.class),
                    rows.getObject("number_id", UUID.class),
                    rows.getObject("at", OffsetDateTime.class).toInstant(),
                    rows.getString("what"),
                    rows.getString("before"),
                    rows.getString("after"),
                    rows.getString("source"),
                    rows.getString("field"),
                    value == null ? null : PLAIN.readTree(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The database gave JSON that is none", impossible);
        }
    }

    /** What a line says. */
    record Line(
            String what,
            @Nullable String before,
            @Nullable String after,
            String source,
            @Nullable Told told) {}

    /** The webhook behind a line. */
    record Told(String field, JsonNode value, @Nullable Instant happenedAt) {}
}
