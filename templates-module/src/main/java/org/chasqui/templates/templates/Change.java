package org.chasqui.templates.templates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a template.
 *
 * @param kind what changed
 * @param before in Meta's words; null when there was nothing before
 * @param after in Meta's words; null when nothing came after
 * @param reason Meta's word for why; null without one
 * @param detail a sentence; null without one
 */
public record Change(
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        @Nullable String detail) {
    /** What can become of a template. */
    public enum Kind {
        SUBMITTED,
        EDITED,
        STATUS,
        CATEGORY,
        /** Meta has said that it will move it. */
        CATEGORY_NOTICE,
        QUALITY,
        /** Somebody has changed it at Meta. */
        CONTENT,
        DELETED;

        /** As the API prints it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
