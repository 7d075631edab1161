package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * What waits in the queue for a campaign. State 4 is held because the campaign is paused; no claim takes it. A campaign
 * keeps only seconds of its number's rate here, so each statement touches few rows. Callers bring the transaction.
 */
@ApplicationScoped
public class CampaignQueue {
    /** What is past its validity stays free: whoever claims it ends it as expired. */
    private static final String HOLD = """
            with waiting as (
                select q.message_id from msg_queue q join msg_message m on m.id = q.message_id
                where m.campaign_id = ? and q.number_id = ? and q.state in (0, 3)
                    and (q.expires_at is null or q.expires_at > now())
                order by q.message_id for update of q skip locked)
            update msg_queue q set state = 4, reason = ? from waiting where q.message_id = waiting.message_id
            """;

    /** In the order in which they were accepted, which is that of their ids. */
    private static final String RELEASE = """
            with held as (
                select q.message_id from msg_queue q join msg_message m on m.id = q.message_id
                where q.number_id = ? and q.state = 4 and m.campaign_id = ?
                order by q.message_id limit ? for update of q)
            update msg_queue q set state = 0, reason = null, next_at = ? from held where q.message_id = held.message_id
            returning q.lane
            """;

    @Inject
    Sql jdbc;

    /** For the container. */
    public CampaignQueue() {}

    /** The queue in a database of a test; each piece of work commits by itself. */
    public CampaignQueue(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds what nobody has claimed, also what is held for its template: that must not let it go meanwhile. A row that
     * somebody else is writing just now is passed over, so that nobody waits in a circle; look again a moment later.
     */
    public int hold(UUID campaignId, UUID numberId, String why) {
        return jdbc.run("holding a campaign", connection -> {
            try (var statement = connection.prepareStatement(HOLD)) {
                statement.setObject(1, campaignId);
                statement.setObject(2, numberId);
                statement.setString(3, why);
                return statement.executeUpdate();
            }
        });
    }

    /**
     * What was let go.
     *
     * @param messages how many
     * @param lanes those that have something due now
     */
    public record Released(int messages, Set<Lane> lanes) {}

    /** Lets go what is held, the first of it, one batch. */
    public Released release(UUID campaignId, UUID numberId, Instant now, int limit) {
        return jdbc.run("releasing a campaign", connection -> {
            var lanes = new HashSet<Lane>();
            int messages = 0;
            try (var statement = connection.prepareStatement(RELEASE)) {
                Columns.bind(statement, numberId, campaignId, limit, now);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        messages++;
                        lanes.add(Lane.ofCode(rows.getInt(1)));
                    }
                }
            }
            return new Released(messages, lanes);
        });
    }

    /** Messages that nobody has claimed, by id. */
    public List<UUID> waiting(UUID campaignId, UUID numberId, int limit) {
        return jdbc.run("looking for what waits of a campaign", connection -> {
            var ids = new ArrayList<UUID>();
            var sql = "select q.message_id from msg_queue q, msg_message m where m.id = q.message_id"
                    + " and m.campaign_id = ? and q.number_id = ? and q.state in (0, 3, 4) order by 1 limit ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                statement.setObject(2, numberId);
                statement.setInt(3, limit);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(Columns.uuid(rows, 1));
                    }
                }
            }
            return ids;
        });
    }

    /** How many are claimed just now: their calls are under way. */
    public int claimed(UUID campaignId, UUID numberId) {
        return jdbc.run("counting the calls of a campaign", connection -> {
            var sql = "select count(*) from msg_queue q, msg_message m where m.id = q.message_id and q.state = 1"
                    + " and m.status = 0 and m.campaign_id = ? and q.number_id = ?";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, campaignId);
                statement.setObject(2, numberId);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }
}
