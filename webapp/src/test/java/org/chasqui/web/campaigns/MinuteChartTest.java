package org.chasqui.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.campaigns.campaigns.StoryEntry;
import org.chasqui.campaigns.recipients.Minute;
import org.chasqui.web.messages.RowsQuery;
import org.junit.jupiter.api.Test;

class MinuteChartTest {
    private static final Instant START = Instant.parse("2026-11-20T14:24:00Z");

    private static Minute minute(int at, long taken, long delivered, long failed) {
        return new Minute(START.plusSeconds(60L * at), taken, delivered, failed);
    }

    private static MinuteChart chart(List<Minute> minutes, List<StoryEntry> story, Instant now) {
        return new MinuteChart(
                minutes,
                StoryLine.of(story),
                now,
                ZoneOffset.UTC,
                RowsQuery.outbound().with("campaign", "c1"));
    }

    @Test
    void hasAColumnForEachMinuteOfAShortCampaign() {
        var chart = chart(List.of(minute(0, 400, 300, 0), minute(2, 80, 90, 7)), List.of(), null);

        assertThat(chart.getColumns()).hasSize(12);
        assertThat(chart.getColumns().get(0).getLabel()).isEqualTo("14:24");
        assertThat(chart.getColumns())
                .extracting(MinuteColumn::getTakenPerMinute)
                .startsWith(400L, 0L, 80L, 0L);
        assertThat(chart.getColumns().get(2).getFailedPerMinute()).isEqualTo(7);
        assertThat(chart.getAxis().getTop()).isEqualTo(400);
        assertThat(chart.getRows()).extracting(MinuteColumn::getTitle).containsExactly("20 Nov 14:26", "20 Nov 14:24");
    }

    @Test
    void showsThePaceOfALongOneInRoundStretches() {
        var minutes = new ArrayList<Minute>();
        for (int i = 3; i < 123; i++) {
            minutes.add(minute(i, 60, 60, 0));
        }
        var chart = chart(minutes, List.of(), null);

        assertThat(chart.getColumns()).hasSizeLessThanOrEqualTo(31);
        assertThat(chart.getColumns().get(0).getTitle()).isEqualTo("20 Nov 14:25");
        assertThat(chart.getColumns().get(1).getTitle()).isEqualTo("20 Nov 14:30");
        assertThat(chart.getColumns().get(1).getRate()).isEqualTo("60");
        assertThat(chart.getColumns().get(1).getTaken()).isEqualTo("300");
    }

    @Test
    void goesOnUntilNowWhileItRunsAndEndsWithTheLastMessageAfterwards() {
        var minutes = List.of(minute(0, 10, 0, 0), minute(600, 0, 10, 0));

        assertThat(chart(minutes, List.of(), START.plusSeconds(60 * 20)).getColumns())
                .hasSize(22);
        assertThat(chart(minutes, List.of(), null).getColumns()).hasSize(12);
    }

    @Test
    void marksWhatWasDecidedWhereItWas() {
        var paused = new StoryEntry(
                START.plusSeconds(70), StoryEntry.What.PAUSED, "ana", "by_hand", "ana has paused it.", 400);
        var started = new StoryEntry(START, StoryEntry.What.STARTED, "ana", null, null, 0);
        var chart = chart(List.of(minute(0, 10, 0, 0), minute(3, 10, 0, 0)), List.of(paused, started), null);

        assertThat(chart.getColumns().get(0).getMarks())
                .extracting(StoryLine::getNumber)
                .containsExactly(1);
        var mark = chart.getColumns().get(1).getMarks().get(0);
        assertThat(mark.getNumber()).isEqualTo(2);
        assertThat(mark.getTitle()).isEqualTo("Paused: by hand");
        assertThat(mark.getActor()).isEqualTo("by ana");
        assertThat(mark.getColour()).isEqualTo("amber");
    }

    @Test
    void eachNumberLeadsToTheMessagesOfItsMinutes() {
        var minutes = new ArrayList<Minute>();
        for (int i = 1; i < 60; i++) {
            minutes.add(minute(i, i == 3 ? 0 : 60, 60, 1));
        }
        var columns = chart(minutes, List.of(), null).getColumns();
        var rows = "direction=outbound&campaign=c1&happened=";

        assertThat(columns.get(0).getTakenQuery())
                .isEqualTo(rows + "taken%3A2026-11-20T14%3A24%3A00Z..2026-11-20T14%3A26%3A00Z");
        assertThat(columns.get(1).getDeliveredQuery())
                .isEqualTo(rows + "delivered%3A2026-11-20T14%3A26%3A00Z..2026-11-20T14%3A28%3A00Z");
        assertThat(columns.get(1).getFailedQuery()).startsWith(rows + "failed%3A2026-11-20T14%3A26%3A00Z");
        assertThat(columns.get(1).getSpoken()).isEqualTo("20 Nov 14:26: 60 taken by Meta, 2 failed");
    }

    @Test
    void aColumnLeadsToWhatMetaTookAndWhereThatIsNothingToWhatFailed() {
        var columns = chart(List.of(minute(0, 5, 0, 1), minute(1, 0, 0, 2)), List.of(), null)
                .getColumns();

        assertThat(columns.get(0).getQuery()).isEqualTo(columns.get(0).getTakenQuery());
        assertThat(columns.get(1).getQuery()).isEqualTo(columns.get(1).getFailedQuery());
        assertThat(columns.get(2).getQuery()).isEqualTo(columns.get(2).getTakenQuery());
    }

    @Test
    void isBlankBeforeAnythingHasGone() {
        assertThat(chart(List.of(), List.of(), START).isBlank()).isTrue();
    }
}
