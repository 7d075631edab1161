package org.chasqui.sandbox.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A count that starts again with each calendar month (UTC). */
final class MonthlyCount {

    private int month;
    private int count;
    private long monthEndsAt;

    /** Counts one and answers how many there were before it. */
    synchronized int countedBefore(long now) {
        roll(now);
        return count++;
    }

    /** Takes over a count from the journal, which stands after all that it counts; one of a past month is ignored. */
    synchronized void restore(int ofMonth, int counted, long now) {
        roll(now);
        if (ofMonth == month) {
            count = counted;
        }
    }

    synchronized int month(long now) {
        roll(now);
        return month;
    }

    synchronized int count() {
        return count;
    }

    synchronized void clear() {
        count = 0;
    }

    static int monthOf(long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
        return time.getYear() * 100 + time.getMonthValue();
    }

    private void roll(long now) {
        if (now < monthEndsAt && month != 0) {
            return;
        }
        int current = monthOf(now);
        if (current != month) {
            month = current;
            count = 0;
        }
        monthEndsAt = Instant.ofEpochMilli(now)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }
}
