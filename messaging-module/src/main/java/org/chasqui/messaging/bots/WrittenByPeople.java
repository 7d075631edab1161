package org.chasqui.messaging.bots;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Ringer;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.migrations.DatabaseReady;

/**
 * Hears that the business wrote in a conversation of a bot. Noted on a thread of its own after the commit, so that sending waits
 * for nothing; should that be lost, the bot sees it before it answers ({@link HandoverDesk#catchUp}).
 */
@ApplicationScoped
class WrittenByPeople {
    @Inject
    HandoverDesk desk;

    @Inject
    PhoneNumbers numbers;

    private final Ringer<UUID> ringer = new Ringer<>("bots-handover", messages -> desk.noteWritten(messages));

    void start(@Observes DatabaseReady ready) {
        ringer.start(BackgroundThreads.FACTORY);
    }

    @PreDestroy
    void stop() {
        ringer.stop();
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesMoved moved) {
        var linked = numbers.bots();
        if (linked.isEmpty()) {
            return;
        }
        var written = moved.moves().stream()
                .filter(move -> isOurs(move) && linked.containsKey(move.numberId()))
                .map(Move::messageId)
                .toList();
        if (!written.isEmpty()) {
            ringer.ring(written);
        }
    }

    /** New, and neither of a campaign nor of a template. */
    private static boolean isOurs(Move move) {
        return move.direction() == Direction.OUTBOUND
                && move.from() == null
                && move.campaignId() == null
                && move.template() == null;
    }
}
