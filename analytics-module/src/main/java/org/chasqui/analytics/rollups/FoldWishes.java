package org.chasqui.analytics.rollups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Days that somebody asked for and that had to be read from their hours. Kept by each node for itself: who asks again says it again. */
@ApplicationScoped
class FoldWishes {
    private static final int MOST = 10_000;

    private final Set<DayOfWorkspace> days = ConcurrentHashMap.newKeySet();

    void add(DayOfWorkspace day) {
        if (days.size() < MOST) {
            days.add(day);
        }
    }

    /** All of them; they are forgotten here. */
    List<DayOfWorkspace> take() {
        var taken = List.copyOf(days);
        days.removeAll(Set.copyOf(taken));
        return taken;
    }
}
