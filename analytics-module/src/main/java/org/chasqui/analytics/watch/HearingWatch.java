package org.chasqui.analytics.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.health.Hearing;
import org.chasqui.platform.migrations.DatabaseReady;

/**
 * Notices when Meta accepts messages of a number and tells nothing of them. Meta's first status follows within seconds,
 * also when the person's phone is off.
 */
@ApplicationScoped
class HearingWatch implements Hearing {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = System.getLogger(HearingWatch.class.getName());

    /** What only a webhook of Meta moves. */
    private static final String BY_WEBHOOK = "merge";

    @Inject
    HearingLog log;

    @Inject
    Clock clock;

    private final Ears ears = new Ears();
    private volatile Instant listeningSince = Instant.EPOCH;

    void begin(@Observes DatabaseReady ready) {
        listeningSince = clock.instant();
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesMoved event) {
        var now = clock.instant();
        if (event.source().equals(BY_WEBHOOK)) {
            event.moves().stream()
                    .map(Move::numberId)
                    .distinct()
                    .forEach(numberId -> ears.note(Heard.webhook(numberId, now)));
            return;
        }
        event.moves().stream()
                .filter(move -> move.to() == MessageStatus.ACCEPTED && move.from() != MessageStatus.ACCEPTED)
                .collect(Collectors.groupingBy(Move::numberId, Collectors.counting()))
                .forEach((UUID numberId, Long messages) -> ears.note(Heard.accepted(numberId, now, messages)));
    }

    /** Writes down what this node has heard; what cannot be written is kept for the next time. */
    void write() {
        var news = ears.take();
        if (news.isEmpty()) {
            return;
        }
        try {
            log.add(news);
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "what was heard could not be noted: {0}", DatabaseTrouble.named(away));
            ears.giveBack(news);
        }
    }

    @Override
    public Optional<Silence> silence(SenderNumber number) {
        write();
        return log.of(number.id()).flatMap(this::silence);
    }

    private Optional<Silence> silence(Heard heard) {
        var since = heard.waitingSince();
        if (since == null) {
            return Optional.empty();
        }
        // While nobody was here to listen, Meta has repeated in vain, and takes its time before it does so again.
        var listened = since.isBefore(listeningSince) ? listeningSince : since;
        return clock.instant().isBefore(listened.plus(PATIENCE))
                ? Optional.empty()
                : Optional.of(new Silence(since, heard.waiting()));
    }
}
