package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.sql.Sql;

/**
 * Adds moves to the counts, inside the transaction that made them: so the counts equal the rows, whatever crashes. A
 * batch is summed first, sheets are written in one order and their rows in the order of their keys, so that two writers
 * cannot wait for each other.
 *
 * <p>What it costs: no commit, one statement for each sheet that the batch touches (two when messages are accepted, up to
 * five when statuses are merged), and one row for each combination of hour, number, template and country in it. A batch of
 * 500 messages to ten countries with three templates raises 30 rows of a sheet and not 500; a message alone raises as many
 * rows as it has sheets, all of them in memory and, with half of each page kept free, without touching an index.
 */
@ApplicationScoped
class RollupWriter {
    @Inject
    Sql jdbc;

    void count(@Observes MessagesMoved event) {
        var tally = new Tally();
        event.moves().forEach(move -> Contribution.add(move, tally));
        jdbc.execute("counting messages", connection -> {
            for (var sheet : Sheet.values()) {
                Sheets.add(connection, sheet, tally.of(sheet), slot(event.source()));
            }
        });
    }

    private static int slot(String source) {
        return switch (source) {
            case "accept" -> 0;
            case "settle" -> 1;
            default -> 2;
        };
    }
}
