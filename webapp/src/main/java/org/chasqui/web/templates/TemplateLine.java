package org.chasqui.web.templates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the list: a template, or a draft that Meta does not know yet. Null where a line has no such thing. */
public interface TemplateLine {
    /** Our id, by which the page tells new lines from those it has shown. */
    String getId();

    /** Where it leads, below the dashboard's address. */
    String getAddress();

    String getName();

    /** Whose it is, where there are several accounts. */
    @Nullable
    String getAccount();

    String getBody();

    String getLanguage();

    /** The category for people. */
    String getCategory();

    /** marketing, utility or authentication. */
    String getCategoryKey();

    /** What Meta did or will do about the category. */
    @Nullable
    String getMoved();

    /** Whether Meta has said that it will move it into another category. */
    boolean isMoving();

    /** The status for people. */
    String getStatus();

    /** The status in Meta's words; DRAFT for a draft. */
    String getStatusKey();

    /** GREEN, YELLOW, RED or UNKNOWN; empty for a draft. */
    String getQualityKey();

    String getColour();

    /** The line below the status. */
    String getNote();

    /** Colour of the dot before the note; empty for none. */
    String getDot();

    String getSent();

    String getRead();

    /** When Meta last described it; null for a draft. */
    @Nullable
    Instant getCheckedAt();

    /** Whether it is there no more. */
    boolean isGone();
}
