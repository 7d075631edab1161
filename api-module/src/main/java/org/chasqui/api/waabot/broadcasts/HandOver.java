package org.chasqui.api.waabot.broadcasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.JoinedMessages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;

/**
 * Hands recipients of a broadcast over to messaging, a second's worth of their number in one transaction: the messages and
 * the note that somebody has had his turn commit or fail together.
 */
@ApplicationScoped
class HandOver {
    /** What a number sends in a second when it is not there any more: its recipients are refused one by one all the same. */
    private static final int USUAL_RATE = 80;

    @Inject
    BroadcastStore store;

    @Inject
    JoinedMessages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    /** Those of which somebody waits. */
    @Transactional
    public List<UUID> open() {
        return store.open();
    }

    /** Gives the next recipients of a broadcast their turn, unless another node is at it. */
    @Transactional
    public void step(UUID id) {
        var broadcast = store.tryLock(id).filter(Broadcast::isOpen).orElse(null);
        if (broadcast == null) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int room = room(broadcast);
        var turn = store.waiting(id, room);
        if (!turn.isEmpty()) {
            store.handOver(id, accept(broadcast, turn), now);
        }
        if (turn.size() < room) {
            store.close(id, now);
        }
    }

    /** No more than the number can send before the next beat: others who send from it do not wait behind a whole list. */
    private int room(Broadcast broadcast) {
        int rate = numbers.byId(broadcast.numberId())
                .map(SenderNumber::messagesPerSecond)
                .orElse(USUAL_RATE);
        return Math.max(1, rate / Math.max(1, broadcast.parts().size()));
    }

    private List<RecipientRow> accept(Broadcast broadcast, List<RecipientRow> turn) {
        var commands = turn.stream()
                .flatMap(row -> broadcast.parts().stream()
                        .map(part -> new SendMessage(
                                broadcast.workspaceId(),
                                broadcast.numberId().toString(),
                                row.peer(),
                                part.type(),
                                part.content(),
                                null,
                                null)))
                .toList();
        var given = messages.accept(commands).iterator();
        var done = new ArrayList<RecipientRow>();
        for (var row : turn) {
            var accepted = new ArrayList<UUID>();
            String refusal = null;
            for (int i = 0; i < broadcast.parts().size(); i++) {
                var one = given.next();
                if (one.messageId() != null) {
                    accepted.add(one.messageId());
                } else if (refusal == null && one.refusal() != null) {
                    refusal = String.valueOf(one.refusal().getMessage());
                }
            }
            done.add(row.handed(accepted, refusal));
        }
        return done;
    }
}
