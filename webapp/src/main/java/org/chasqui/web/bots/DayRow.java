package org.chasqui.web.bots;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.IntStream;
import org.chasqui.web.text.Texts;

/** A day of the week in the grid of hours. */
public final class DayRow {
    private static final int HOURS = 24;

    private final DayOfWeek day;
    private final int hourNow;
    private boolean on;

    /** @param hourNow the hour that it is; -1 on other days */
    DayRow(DayOfWeek day, boolean on, int hourNow) {
        this.day = day;
        this.on = on;
        this.hourNow = hourNow;
    }

    DayOfWeek day() {
        return day;
    }

    public String getKey() {
        return day.name();
    }

    public String getTitle() {
        return day.getDisplayName(TextStyle.SHORT, Texts.LOCALE);
    }

    public boolean isOn() {
        return on;
    }

    public void setOn(boolean on) {
        this.on = on;
    }

    public List<HourCell> getHours() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour ->
                        new HourCell(String.format(Texts.LOCALE, "%s %02d:00", getTitle(), hour), hour == hourNow))
                .toList();
    }

    /** An hour of the day. */
    public static final class HourCell {
        private final String title;
        private final boolean now;

        HourCell(String title, boolean now) {
            this.title = title;
            this.now = now;
        }

        public String getTitle() {
            return title;
        }

        public boolean isNow() {
            return now;
        }
    }
}
