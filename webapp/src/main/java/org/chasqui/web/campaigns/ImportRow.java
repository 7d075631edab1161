package org.chasqui.web.campaigns;

import java.time.Instant;
import org.chasqui.campaigns.recipients.ImportView;
import org.chasqui.web.text.Texts;

/** A file that was read into a list, or is being read. */
public final class ImportRow {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final ImportView view;

    ImportRow(ImportView view) {
        this.view = view;
    }

    public String getText() {
        return TEXTS.get("import.text", view.rows(), view.added(), view.skipped());
    }

    public String getStatus() {
        return TEXTS.getOr("import." + view.status(), view.status());
    }

    public String getColour() {
        return switch (view.status()) {
            case "finished" -> "green";
            case "broken" -> "red";
            default -> "blue";
        };
    }

    /** Why it could not be read to its end; empty when it could. */
    public String getProblem() {
        var problem = view.problem();
        return problem == null ? "" : problem;
    }

    public boolean isSkipping() {
        return view.skipped() > 0;
    }

    public Instant getStartedAt() {
        return view.startedAt();
    }
}
