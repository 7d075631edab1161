package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Hands out orders to fetch a file, and writes what became of them; each in a transaction of its own. */
@ApplicationScoped
class FetchDesk {
    /** How long a node may take for one try, before another may have it. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;

    @Inject
    Sql jdbc;

    @Inject
    MediaRows rows;

    @Inject
    MediaStore store;

    @Inject
    Clock clock;

    /** Takes the order that is due for longest. */
    @Transactional
    public Optional<FetchJob> claim() {
        return jdbc.run("taking a file to fetch", connection -> {
            var sql = """
                    update msg_media_fetch set attempts = attempts + 1, next_at = ? where asset_id = (
                        select asset_id from msg_media_fetch where next_at <= ? order by next_at limit 1
                        for update skip locked)
                    returning asset_id, number_id, meta_id, sha256, attempts, give_up_at
                    """;
            var now = clock.instant();
            try (var statement = connection.prepareStatement(sql)) {
                Columns.set(statement, 1, now.plus(LEASE));
                Columns.set(statement, 2, now);
                try (var rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new FetchJob(
                                    rows.getObject("asset_id", UUID.class),
                                    rows.getObject("number_id", UUID.class),
                                    rows.getString("meta_id"),
                                    rows.getString("sha256"),
                                    rows.getInt("attempts"),
                                    Columns.requiredInstant(rows, "give_up_at")))
                            : Optional.empty();
                }
            }
        });
    }

    /** The file is here; one that was deleted meanwhile leaves nothing behind. */
    @Transactional
    public void stored(FetchJob job, StagedFile file, String mime) throws IOException {
        rows.lockBytes(file.sha256());
        int wanting = jdbc.run("keeping a file of a person", connection -> {
            int updated = MediaRows.update(
                    connection,
                    "update msg_media set state = ?, sha256 = ?, size = ?, mime = ? where id = ?",
                    MediaState.STORED.ordinal(),
                    file.sha256(),
                    file.size(),
                    mime,
                    job.assetId());
            MediaRows.update(connection, "delete from msg_media_fetch where asset_id = ?", job.assetId());
            return updated;
        });
        if (wanting > 0) {
            // Before the commit: a row must never be without its bytes.
            store.put(file);
        }
    }

    /** Not this time. */
    @Transactional
    public void later(FetchJob job, String error) {
        var next = clock.instant().plus(pause(job.attempt()));
        jdbc.execute(
                "postponing a file",
                connection -> MediaRows.update(
                        connection,
                        "update msg_media_fetch set next_at = ?, last_error = ? where asset_id = ?",
                        next,
                        shortened(error),
                        job.assetId()));
    }

    /** Never. */
    @Transactional
    public void givenUp(FetchJob job, MediaState state) {
        jdbc.execute("giving up a file", connection -> {
            MediaRows.update(connection, "update msg_media set state = ? where id = ?", state.ordinal(), job.assetId());
            MediaRows.update(connection, "delete from msg_media_fetch where asset_id = ?", job.assetId());
        });
    }

    /** Whether another try would come too late. */
    boolean isLastTry(FetchJob job) {
        Instant next = clock.instant().plus(pause(job.attempt()));
        return next.isAfter(job.giveUpAt());
    }

    /** 1, 2, 4 … seconds, an hour at most: some seventeen tries on the first day. */
    static Duration pause(int attempt) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String shortened(String error) {
        var plain = error.replace("\0", "");
        return plain.length() <= LONGEST_ERROR ? plain : plain.substring(0, LONGEST_ERROR);
    }
}
