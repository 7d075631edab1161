package org.chasqui.analytics.rollups;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A time zone in SQL.
 *
 * @param text as PostgreSQL understands it, a literal or a call
 */
public record SqlZone(String text) {
    /** Of a zone that is called by its offset PostgreSQL would take the sign the other way round: that goes as an interval. */
    public static SqlZone of(ZoneId zone) {
        return new SqlZone(
                zone.normalized() instanceof ZoneOffset offset
                        ? "make_interval(secs => " + offset.getTotalSeconds() + ")"
                        : "'" + zone.getId() + "'");
    }

    /** The day of a column of times. */
    public String day(String column) {
        return "timezone(" + text + ", " + column + ")::date";
    }
}
