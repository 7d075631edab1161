package org.chasqui.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.nodes.LivingProcess;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys in the database. Plain SQL with a commit for each step, outside of the request's own
 * transaction: the claim must be seen by others before the work begins.
 */
@ApplicationScoped
public class Idempotency {
    /**
     * A claim of a process that has died is free at once. One of a living process is left alone for as long as any
     * request may take: after this time its process has lost track of it.
     */
    static final Duration LOST = Duration.ofMinutes(10);

    // One statement claims a new key, claims one that was given back, or takes one over that nobody works under any
    // more; its reserved id goes over with it. In every other case it returns no row.
    private static final String CLAIM = """
            insert into plt_idempotency as claim
                (workspace_id, idem_key, request_hash, reserved_id, locked_at, created_at, holder)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, idem_key) do update set locked_at = excluded.locked_at, holder = excluded.holder
            where claim.request_hash = excluded.request_hash
              and claim.status is null
              and (claim.locked_at is null or claim.locked_at < ? or %s)
            returning reserved_id
            """.formatted(LivingProcess.isGone("claim.holder"));
    private static final String LOOK = "select request_hash, status, media_type, body, reserved_id from plt_idempotency"
            + " where workspace_id = ? and idem_key = ?";
    private static final String MINE = " where workspace_id = ? and idem_key = ? and locked_at = ?";
    private static final String STORE =
            "update plt_idempotency set locked_at = null, holder = null, status = ?, media_type = ?, body = ?,"
                    + " request_hash = coalesce(?, request_hash)" + MINE;
    private static final String UNLOCK = "update plt_idempotency set locked_at = null, holder = null" + MINE;
    private static final String FORGET = "delete from plt_idempotency" + MINE;
    private static final UUID UNHEARD = new UUID(0, 0);
    private static final String PURGE = "delete from plt_idempotency where created_at < ?";

    /** Refusals behind which something may have been written: repeating the request must tell them again. */
    private static final Set<String> TOLD_AGAIN = Stream.of(FailureCode.PROVIDER_REJECTED)
            .map(code -> code.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    DataSource dataSource;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Keyring keyring;

    @Inject
    LivingProcess process;

    /** Claims of requests that have ended while the database could not be told, or that may have been made unheard. */
    private final Queue<Claim> unsettled = new ConcurrentLinkedQueue<>();

    /** For the container. */
    public Idempotency() {}

    Idempotency(DataSource dataSource, Ids ids, Clock clock, Keyring keyring, LivingProcess process) {
        this.dataSource = dataSource;
        this.ids = ids;
        this.clock = clock;
        this.keyring = keyring;
        this.process = process;
    }

    /** What a key is worth to a request. */
    sealed interface Outcome {}

    /**
     * The request may run.
     *
     * @param lockedAt marks this claim among those that the key has seen
     */
    record Claim(UUID workspaceId, String key, UUID reservedId, Instant lockedAt) implements Outcome {}

    /** The request ran before, and this was the answer. */
    record Stored(int status, String mediaType, byte[] body) implements Outcome {}

    /** The request may not run. */
    enum Refusal implements Outcome {
        IN_PROGRESS,
        OTHER_REQUEST
    }

    /** What becomes of a claim when its request has been answered. */
    enum Afterwards {
        STORE,
        KEEP_RESERVATION,
        FORGET
    }

    static Afterwards afterwards(int status, @Nullable Object entity) {
        if (status >= 500) {
            // Nobody knows what was written before it failed: the same request may run again, under the same id.
            return Afterwards.KEEP_RESERVATION;
        }
        if (status < 400) {
            return Afterwards.STORE;
        }
        return entity instanceof ErrorEnvelope envelope
                        && TOLD_AGAIN.contains(envelope.error().code())
                ? Afterwards.STORE
                : Afterwards.FORGET;
    }

    Outcome begin(UUID workspaceId, String key, Fingerprint fingerprint) {
        // The database keeps microseconds; the claim is later found by this very value.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (var connection = dataSource.getConnection()) {
            // A claim may be given back between the two statements; then the second try gets it.
            for (int attempt = 0; attempt < 2; attempt++) {
                var reserved = claim(connection, workspaceId, key, fingerprint, now);
                if (reserved != null) {
                    return new Claim(workspaceId, key, reserved, now);
                }
                var outcome = look(connection, workspaceId, key, fingerprint);
                if (outcome != null) {
                    return outcome;
                }
            }
            return Refusal.IN_PROGRESS;
        } catch (SQLException failed) {
            // The database may have claimed it and then broken off: nobody would ever give it back.
            unsettled.add(new Claim(workspaceId, key, UNHEARD, now));
            throw new IllegalStateException("An idempotency key could not be claimed", failed);
        }
    }

    private @Nullable UUID claim(
            Connection connection, UUID workspaceId, String key, Fingerprint fingerprint, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, workspaceId);
            statement.setString(2, key);
            statement.setBytes(3, fingerprint.sha256());
            statement.setObject(4, ids.next());
            statement.setTimestamp(5, Timestamp.from(now));
            statement.setTimestamp(6, Timestamp.from(now));
            statement.setObject(7, process.id());
            statement.setTimestamp(8, Timestamp.from(now.minus(LOST)));
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    private @Nullable Outcome look(Connection connection, UUID workspaceId, String key, Fingerprint fingerprint)
            throws SQLException {
        try (var statement = connection.prepareStatement(LOOK)) {
            statement.setObject(1, workspaceId);
            statement.setString(2, key);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!new Fingerprint(row.getBytes(1)).equals(fingerprint)) {
                    return Refusal.OTHER_REQUEST;
                }
                int status = row.getInt(2);
                return status == 0
                        ? Refusal.IN_PROGRESS
                        : new Stored(status, row.getString(3), open(row.getString(4), row.getObject(5, UUID.class)));
            }
        }
    }

    void store(Claim claim, Stored answer) {
        store(claim, answer, null);
    }

    /**
     * Stores the answer to a request that was not known in full when it began: an upload.
     *
     * @param whole what it is recognised by from now on; null to leave it as it was
     */
    void store(Claim claim, Stored answer, @Nullable Fingerprint whole) {
        update(STORE, claim, 4, statement -> {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.mediaType());
            statement.setString(3, seal(answer.body(), claim.reservedId()));
            statement.setBytes(4, whole == null ? null : whole.sha256());
        });
    }

    /** An answer may hold the secret of a new key or the words of a message: it lies encrypted, like all such things. */
    private String seal(byte[] body, UUID reservedId) {
        return keyring.box().seal(new String(body, StandardCharsets.UTF_8), place(reservedId));
    }

    private byte[] open(String sealed, UUID reservedId) {
        return keyring.box().open(sealed, place(reservedId)).getBytes(StandardCharsets.UTF_8);
    }

    private static SecretBox.Place place(UUID reservedId) {
        return new SecretBox.Place("plt_idempotency", "body", reservedId);
    }

    void unlock(Claim claim) {
        update(UNLOCK, claim, 0, statement -> {});
    }

    void forget(Claim claim) {
        update(FORGET, claim, 0, statement -> {});
    }

    /** Gives back what could not be settled when its request ended: whoever repeats the request runs it again. */
    void settleLate() {
        for (var claim = unsettled.poll(); claim != null; claim = unsettled.poll()) {
            unlock(claim);
        }
    }

    /** Removes the keys that are older than a time; says how many. */
    int purge(Duration age) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(PURGE)) {
            statement.setTimestamp(1, Timestamp.from(clock.instant().minus(age)));
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("Old idempotency keys could not be removed", failed);
        }
    }

    private void update(String sql, Claim claim, int parameters, Binding binding) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            statement.setObject(parameters + 1, claim.workspaceId());
            statement.setString(parameters + 2, claim.key());
            statement.setTimestamp(parameters + 3, Timestamp.from(claim.lockedAt()));
            statement.executeUpdate();
        } catch (SQLException failed) {
            unsettled.add(claim);
            throw new IllegalStateException("An idempotency key could not be settled", failed);
        }
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }
}
