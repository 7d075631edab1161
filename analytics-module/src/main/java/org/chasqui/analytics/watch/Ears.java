package org.chasqui.analytics.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What this node has heard and not written down yet. Writing with each message would have all writers wait for one row. */
final class Ears {
    private final Map<UUID, Heard> fresh = new HashMap<>();

    synchronized void note(Heard heard) {
        fresh.merge(heard.numberId(), heard, Heard::then);
    }

    /** Hands over what is there, and forgets it. */
    synchronized List<Heard> take() {
        var taken = List.copyOf(fresh.values());
        fresh.clear();
        return taken;
    }

    /** What was taken could not be written: it goes before what has come since. */
    synchronized void giveBack(List<Heard> taken) {
        for (var earlier : taken) {
            var later = fresh.get(earlier.numberId());
            fresh.put(earlier.numberId(), later == null ? earlier : earlier.then(later));
        }
    }
}
