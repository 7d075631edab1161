package org.chasqui.web.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chasqui.campaigns.campaigns.PauseReason;
import org.chasqui.campaigns.campaigns.StoryEntry;
import org.chasqui.campaigns.campaigns.StoryEntry.What;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** Something that was decided about a campaign, with its number on the chart. */
public final class StoryLine {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final int number;
    private final StoryEntry entry;

    private StoryLine(int number, StoryEntry entry) {
        this.number = number;
        this.entry = entry;
    }

    /**
     * The lines of a story, the oldest first and numbered from 1.
     *
     * @param newestFirst as campaigns tells it
     */
    static List<StoryLine> of(List<StoryEntry> newestFirst) {
        var entries = new ArrayList<>(newestFirst);
        Collections.reverse(entries);
        var lines = new ArrayList<StoryLine>();
        entries.forEach(entry -> lines.add(new StoryLine(lines.size() + 1, entry)));
        return lines;
    }

    public int getNumber() {
        return number;
    }

    public Instant getAt() {
        return entry.at();
    }

    public String getTitle() {
        var reason = entry.reason();
        var title = TEXTS.getOr("story." + entry.what().wireName(), entry.what().wireName());
        return reason == null ? title : title + ": " + TEXTS.getOr("reason." + reason, reason);
    }

    /** A sentence; empty where the title says all. */
    public String getDetail() {
        var detail = entry.detail();
        return detail == null || PauseReason.BY_HAND.wireName().equals(entry.reason()) ? "" : detail;
    }

    /** How far it was; empty before anything had gone. */
    public String getDone() {
        boolean isBeginning = entry.what() == What.SCHEDULED || entry.what() == What.STARTED;
        return isBeginning || entry.done() == 0 ? "" : TEXTS.get("story.done", Formats.count(entry.done()));
    }

    /** Who decided. */
    public String getActor() {
        var actor = entry.actor();
        return actor == null ? TEXTS.get("story.itself") : TEXTS.get("story.by", actor);
    }

    /** Red is what stopped it without anybody wanting it, amber what waits, blue what a person did. */
    public String getColour() {
        return switch (entry.what()) {
            case PAUSED -> entry.actor() == null ? "red" : "amber";
            case LIMITED -> "amber";
            case STARTED, RESUMED, UNLIMITED, FINISHED -> "green";
            case SCHEDULED, RETRIED -> "blue";
            case CANCELLED -> "plain";
        };
    }
}
