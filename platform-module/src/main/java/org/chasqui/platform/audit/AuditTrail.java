package org.chasqui.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.ids.Ids;

/** Remembers who changed what. An entry is part of the transaction in which it is recorded. */
@ApplicationScoped
public class AuditTrail {
    private static final String INSERT = "insert into plt_audit (id, workspace_id, at, actor, action, subject, details)"
            + " values (?, ?, ?, ?, ?, ?, ?::jsonb)";
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Inject
    DataSource dataSource;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Records a change.
     *
     * @param actor e-mail of a person, name of a key, or {@code system}
     * @param action for example {@code key.revoked}
     * @param subject what was changed, in words that a person recognises
     * @param details more about it; never a secret
     */
    public void record(UUID workspaceId, String actor, String action, String subject, Map<String, String> details) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, ids.next());
            insert.setObject(2, workspaceId);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.setString(4, actor);
            insert.setString(5, action);
            insert.setString(6, subject);
            insert.setString(7, PLAIN.writeValueAsString(details));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The audit trail could not be written", failed);
        }
    }
}
