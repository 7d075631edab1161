package org.chasqui.web.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.campaigns.recipients.Minute;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.overview.Axis;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** How fast a campaign goes: messages per minute from the first that Meta took to the last, at most thirty columns. */
public final class MinuteChart {
    private static final int MOST_COLUMNS = 30;
    /** A campaign that has just begun is not one broad column. */
    private static final int FEWEST_COLUMNS = 12;

    private static final int MOST_LABELS = 8;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<Duration> LENGTHS = Stream.of(1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440, 10_080)
            .map(Duration::ofMinutes)
            .toList();
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("HH:mm", Texts.LOCALE);
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("d MMM HH:mm", Texts.LOCALE);

    private final List<MinuteColumn> columns;
    private final Axis axis;
    private final Duration length;
    private final RowsQuery rows;

    /**
     * A chart.
     *
     * @param minutes in their order; those after the last that Meta took anything in are left out
     * @param story what is marked on it
     * @param now until when it goes; null to end with the last message
     * @param rows the messages of the campaign
     */
    MinuteChart(List<Minute> minutes, List<StoryLine> story, @Nullable Instant now, ZoneId zone, RowsQuery rows) {
        this.rows = rows;
        var sending = minutes.stream()
                .filter(minute -> minute.taken() + minute.failed() > 0)
                .toList();
        if (sending.isEmpty()) {
            columns = List.of();
            length = MINUTE;
        } else {
            var first = sending.get(0).at();
            var last = sending.get(sending.size() - 1).at();
            var end = (now == null || now.isBefore(last) ? last : now).plus(MINUTE);
            length = length(Duration.between(first, end));
            columns = columns(minutes, story, begin(first), end, zone);
        }
        axis = new Axis(columns.stream().mapToLong(MinuteColumn::height).max().orElse(0));
    }

    private static Duration length(Duration whole) {
        return LENGTHS.stream()
                .filter(one -> whole.dividedBy(one) < MOST_COLUMNS)
                .findFirst()
                .orElse(LENGTHS.get(LENGTHS.size() - 1));
    }

    /** Columns begin at round times. */
    private Instant begin(Instant first) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(first.getEpochSecond(), seconds) * seconds);
    }

    private List<MinuteColumn> columns(
            List<Minute> minutes, List<StoryLine> story, Instant begin, Instant end, ZoneId zone) {
        long needed = Duration.between(begin, end).dividedBy(length) + 1;
        int count = (int) Math.max(FEWEST_COLUMNS, needed);
        int apart = (count + MOST_LABELS - 1) / MOST_LABELS;
        var all = new ArrayList<MinuteColumn>();
        for (int i = 0; i < count; i++) {
            var from = begin.plus(length.multipliedBy(i));
            var until = from.plus(length);
            var local = from.atZone(zone);
            all.add(new MinuteColumn(
                    TITLE.format(local),
                    i % apart == 0 ? LABEL.format(local) : "",
                    length,
                    minutes.stream()
                            .filter(minute -> isWithin(minute.at(), from, until))
                            .map(minute -> new MinuteColumn.Sums(minute.taken(), minute.delivered(), minute.failed()))
                            .reduce(MinuteColumn.Sums.NONE, MinuteColumn.Sums::plus),
                    story.stream()
                            .filter(line -> isWithin(line.getAt(), from, until))
                            .toList(),
                    new MinuteColumn.Rows(rows, from, until)));
        }
        return List.copyOf(all);
    }

    private static boolean isWithin(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public List<MinuteColumn> getColumns() {
        return columns;
    }

    /** Those with something in them, the newest first: for the table. */
    public List<MinuteColumn> getRows() {
        var rows = new ArrayList<>(
                columns.stream().filter(MinuteColumn::isAnything).toList());
        Collections.reverse(rows);
        return rows;
    }

    public Axis getAxis() {
        return axis;
    }

    public boolean isBlank() {
        return columns.isEmpty();
    }
}
