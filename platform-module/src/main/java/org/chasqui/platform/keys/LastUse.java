package org.chasqui.platform.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Remembers when keys were used, and writes it down now and then: a request must not cost a write. */
@ApplicationScoped
class LastUse {
    private static final Logger LOG = System.getLogger(LastUse.class.getName());
    private static final String UPDATE =
            "update plt_api_key set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)";

    @Inject
    DataSource dataSource;

    private final Map<UUID, Instant> unwritten = new ConcurrentHashMap<>();

    void note(UUID keyId, Instant at) {
        unwritten.put(keyId, at);
    }

    /** Writes what has been noted; on a failure it is kept for the next time. */
    @PreDestroy
    void write() {
        var batch = Map.copyOf(unwritten);
        if (batch.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(UPDATE)) {
            for (var use : batch.entrySet()) {
                update.setTimestamp(1, Timestamp.from(use.getValue()));
                update.setObject(2, use.getKey());
                update.setTimestamp(3, Timestamp.from(use.getValue()));
                update.addBatch();
            }
            update.executeBatch();
            batch.forEach(unwritten::remove);
        } catch (SQLException failed) {
            LOG.log(Level.WARNING, "The last use of API keys could not be written; it will be tried again", failed);
        }
    }
}
