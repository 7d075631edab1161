package org.chasqui.web.templates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A tab above the list: statuses that a person thinks of as one. */
enum StatusTab {
    ALL(List.of()),
    ACTIVE(List.of("APPROVED")),
    REVIEW(List.of("PENDING", "IN_APPEAL")),
    REJECTED(List.of("REJECTED")),
    PAUSED(List.of("PAUSED", "LOCKED", "LIMIT_EXCEEDED", "ARCHIVED")),
    DISABLED(List.of("DISABLED")),
    DELETED(List.of("DELETED", "PENDING_DELETION")),
    DRAFT(List.of(StatusTab.DRAFTED));

    /** The status of what Meta does not know yet. */
    static final String DRAFTED = "DRAFT";

    private final List<String> statuses;

    StatusTab(List<String> statuses) {
        this.statuses = statuses;
    }

    static StatusTab of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(tab -> tab.key().equals(key))
                .findFirst()
                .orElse(ALL);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean covers(TemplateLine line) {
        return this == ALL ? !line.isGone() : statuses.contains(line.getStatusKey());
    }
}
