package org.chasqui.web.templates;

import java.time.Instant;
import org.chasqui.templates.templates.Change;
import org.chasqui.templates.templates.HistoryEntry;
import org.chasqui.templates.templates.Sentences;
import org.chasqui.templates.templates.Source;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A line of the story of a template. */
public final class LifeStep {
    private static final Texts TEXTS = Texts.of("templates");

    private final HistoryEntry entry;

    LifeStep(HistoryEntry entry) {
        this.entry = entry;
    }

    public Instant getAt() {
        return entry.at();
    }

    private Change change() {
        return entry.change();
    }

    public String getTitle() {
        var after = String.valueOf(change().after());
        return switch (change().kind()) {
            case STATUS -> TEXTS.getOr("story.status." + after, TemplateLook.status(after));
            case CATEGORY -> TEXTS.get("story.category", TemplateLook.category(after));
            case CATEGORY_NOTICE -> TEXTS.get("story.notice", TemplateLook.category(after));
            case QUALITY ->
                TEXTS.get(
                        "story.quality",
                        TemplateLook.quality(String.valueOf(change().before())),
                        TemplateLook.quality(after));
            default -> TEXTS.get("story." + change().kind().wireName());
        };
    }

    /** What Meta said, or who did it. */
    public String getText() {
        var reason = Sentences.reason(change().reason());
        var detail = change().detail();
        var said = reason == null ? detail == null ? "" : detail : detail == null ? reason : reason + " " + detail;
        var by = entry.source().way() == Source.Way.US
                ? TEXTS.get("story.by", String.valueOf(entry.source().actor()))
                : TEXTS.get("story.from." + entry.source().way().wireName());
        return said.isEmpty() ? by : said + " " + by;
    }

    public @Nullable String getReason() {
        return change().reason();
    }

    public String getColour() {
        return switch (change().kind()) {
            case STATUS -> TemplateLook.statusColour(String.valueOf(change().after()));
            case QUALITY -> TemplateLook.qualityColour(String.valueOf(change().after()));
            case CATEGORY, CATEGORY_NOTICE -> "amber";
            case DELETED -> "red";
            default -> "blue";
        };
    }

    public String getIcon() {
        return switch (change().kind()) {
            case SUBMITTED -> "send";
            case EDITED, CONTENT -> "file-text";
            case CATEGORY, CATEGORY_NOTICE -> "arrow-up-right";
            case QUALITY -> "chart-column";
            case DELETED -> "trash-2";
            case STATUS ->
                switch (String.valueOf(change().after())) {
                    case "APPROVED" -> "check";
                    case "PAUSED" -> "pause";
                    case "REJECTED" -> "x";
                    case "DISABLED" -> "ban";
                    case "FLAGGED" -> "triangle-alert";
                    default -> "clock";
                };
        };
    }
}
