package org.chasqui.api.waabot.broadcasts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageView;

/**
 * A broadcast, and what became of its recipients up to now: each is in one of the three.
 *
 * @param sent whom everything has left Meta for
 * @param pending for whom something waits or is on its way
 * @param failed for whom something did not go out, with the reason
 */
record Report(Broadcast broadcast, List<String> sent, List<String> pending, Map<String, String> failed) {
    /** The recipients by what became of their messages. */
    static Report of(Broadcast broadcast, List<RecipientRow> recipients, Map<UUID, MessageView> messages) {
        var sent = new ArrayList<String>();
        var pending = new ArrayList<String>();
        var failed = new LinkedHashMap<String, String>();
        for (var row : recipients) {
            switch (Fate.of(row, messages)) {
                case SENT -> sent.add(row.peer());
                case PENDING -> pending.add(row.peer());
                case FAILED -> failed.put(row.peer(), String.valueOf(Fate.reason(row, messages)));
            }
        }
        return new Report(broadcast, sent, pending, failed);
    }

    /** Whether nothing is left to wait for. */
    boolean isOver() {
        return pending.isEmpty();
    }
}
