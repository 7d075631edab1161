package org.chasqui.platform.accounts.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.rest.Json;

/** The last health check of each number. */
@ApplicationScoped
class HealthStore {
    private static final String SAVE = """
            insert into plt_number_health (number_id, checked_at, findings) values (?, ?, ?::jsonb)
            on conflict (number_id) do update set checked_at = excluded.checked_at, findings = excluded.findings
            """;
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    @Inject
    DataSource dataSource;

    @Transactional
    public void save(Checkup checkup) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SAVE)) {
            statement.setObject(1, checkup.numberId());
            statement.setObject(2, OffsetDateTime.ofInstant(checkup.checkedAt(), ZoneOffset.UTC));
            statement.setString(3, Json.mapper().writeValueAsString(checkup.findings()));
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("A health check could not be stored", failed);
        }
    }

    @Transactional
    public Optional<Checkup> find(UUID numberId) {
        return read("select * from plt_number_health where number_id = ?", numberId).stream()
                .findFirst();
    }

    /** Those of the numbers of a workspace that have been checked. */
    @Transactional
    public List<Checkup> ofWorkspace(UUID workspaceId) {
        return read(
                "select h.* from plt_number_health h join plt_phone_number n on n.id = h.number_id"
                        + " where n.workspace_id = ? order by n.id",
                workspaceId);
    }

    private List<Checkup> read(String sql, UUID id) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            var found = new ArrayList<Checkup>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(checkup(rows));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("Health checks could not be read", failed);
        }
    }

    private static Checkup checkup(ResultSet rows) throws SQLException, JsonProcessingException {
        return new Checkup(
                rows.getObject("number_id", UUID.class),
                rows.getObject("checked_at", OffsetDateTime.class).toInstant(),
                Json.mapper().readValue(rows.getString("findings"), FINDINGS));
    }
}
