package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * Notes that messages of a day that is over have moved, in the transaction that moves them: a day sheet that was made before
 * is not read any more. Costs nothing for messages of today, and one statement without a conflict for a batch of others.
 */
@ApplicationScoped
class LateMoves {
    private static final String NOTE = """
            insert into ana_late (workspace_id, day) select * from unnest(?::uuid[], ?::timestamptz[])
            """;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    void note(@Observes MessagesMoved event) {
        var today = Days.of(clock.instant());
        Set<DayOfWorkspace> late = new HashSet<>();
        for (var move : event.moves()) {
            if (move.createdAt().isBefore(today)) {
                late.add(new DayOfWorkspace(move.workspaceId(), Days.of(move.createdAt())));
            }
        }
        if (!late.isEmpty()) {
            write(new ArrayList<>(late));
        }
    }

    private void write(List<DayOfWorkspace> late) {
        jdbc.execute("noting late moves", connection -> {
            try (var statement = connection.prepareStatement(NOTE)) {
                statement.setArray(1, Columns.of(connection, "uuid", late, DayOfWorkspace::workspaceId));
                statement.setArray(2, Columns.of(connection, "timestamptz", late, DayOfWorkspace::day));
                statement.executeUpdate();
            }
        });
    }
}
