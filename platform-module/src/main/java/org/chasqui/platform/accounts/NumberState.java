package org.chasqui.platform.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people watch of a number, at one moment: two of them tell what has changed in between. */
record NumberState(
        String status,
        String quality,
        @Nullable String name,
        @Nullable String nameStatus,
        @Nullable String limit,
        String throughput,
        @Nullable String held) {
    private static final String SENDING = "sending";

    /** What differs, in the order in which people care. */
    List<Change> changesTo(NumberState after) {
        var changes = new ArrayList<Change>();
        add(changes, NumberChanged.What.STATUS, status, after.status);
        add(changes, NumberChanged.What.SENDING, sending(held), sending(after.held));
        add(changes, NumberChanged.What.QUALITY, quality, after.quality);
        add(changes, NumberChanged.What.LIMIT, limit, after.limit);
        add(changes, NumberChanged.What.THROUGHPUT, throughput, after.throughput);
        add(changes, NumberChanged.What.NAME, name, after.name);
        add(changes, NumberChanged.What.NAME_STATUS, nameStatus, after.nameStatus);
        return changes;
    }

    private static String sending(@Nullable String held) {
        return held == null ? SENDING : held;
    }

    private static void add(
            List<Change> changes, NumberChanged.What what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, before, after));
        }
    }

    /** One difference. */
    record Change(
            NumberChanged.What what,
            @Nullable String before,
            @Nullable String after) {}
}
