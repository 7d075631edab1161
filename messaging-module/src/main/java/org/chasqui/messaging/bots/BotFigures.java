package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.retention.TimeOrder;
import org.chasqui.messaging.sql.Sql;

/** What the bots of a workspace have done lately, counted from their decisions. */
@ApplicationScoped
public class BotFigures {
    /** By the index on bot and id, which is the time. */
    private static final String COUNT = """
            select b.id, d.outcome, count(*) n
              from msg_bot b join msg_bot_decision d on d.bot_id = b.id and d.id >= ?
             where b.workspace_id = ? group by b.id, d.outcome
            """;

    @Inject
    Sql jdbc;

    /**
     * How often a bot did what.
     *
     * @param replied turns that it answered
     * @param drafted answers that it kept for a person
     * @param handedOver turns that it gave to a person
     * @param failed turns that it should have answered and could not
     */
    public record Count(long replied, long drafted, long handedOver, long failed) {
        /** Of a bot that did nothing. */
        public static final Count NONE = new Count(0, 0, 0, 0);

        private Count with(String outcome, long count) {
            return switch (DecisionOutcome.valueOf(outcome.toUpperCase(Locale.ROOT))) {
                case REPLIED -> new Count(count, drafted, handedOver, failed);
                case DRAFTED -> new Count(replied, count, handedOver, failed);
                case HANDED_OVER -> new Count(replied, drafted, count, failed);
                case FAILED -> new Count(replied, drafted, handedOver, count);
                case SILENT -> this;
            };
        }
    }

    /**
     * What bots have done since a time.
     *
     * @return by bot; those that did nothing are left out
     */
    @Transactional
    public Map<UUID, Count> since(UUID workspaceId, Instant since) {
        return jdbc.run("count what bots did", connection -> {
            var counts = new HashMap<UUID, Count>();
            try (var select = connection.prepareStatement(COUNT)) {
                select.setObject(1, TimeOrder.idAt(since));
                select.setObject(2, workspaceId);
                var rows = select.executeQuery();
                while (rows.next()) {
                    var bot = rows.getObject("id", UUID.class);
                    var count = counts.getOrDefault(bot, Count.NONE);
                    counts.put(bot, count.with(rows.getString("outcome"), rows.getLong("n")));
                }
            }
            return counts;
        });
    }
}
