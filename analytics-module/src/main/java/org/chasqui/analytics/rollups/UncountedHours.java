package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** Hours from before there were cubes, which are still to be counted again from their messages. */
@ApplicationScoped
public class UncountedHours {
    @Inject
    Sql jdbc;

    /** Some of them, the newest first: these are asked for most. */
    @Transactional
    public List<Instant> next(int most) {
        return jdbc.run("looking for uncounted hours", connection -> {
            try (var statement =
                    connection.prepareStatement("select hour from ana_uncounted order by hour desc limit ?")) {
                Columns.bind(statement, most);
                try (var rows = statement.executeQuery()) {
                    var hours = new ArrayList<Instant>();
                    while (rows.next()) {
                        hours.add(Columns.requiredInstant(rows, "hour"));
                    }
                    return hours;
                }
            }
        });
    }

    /** Whether the hour is one of them. Callers bring the transaction. */
    boolean contains(Instant hour) {
        return jdbc.run("looking for an uncounted hour", connection -> {
            try (var statement = connection.prepareStatement("select 1 from ana_uncounted where hour = ?")) {
                Columns.bind(statement, hour);
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }
}
