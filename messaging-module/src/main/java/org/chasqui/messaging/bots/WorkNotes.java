package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.platform.accounts.NumberBotChanged;
import org.chasqui.platform.accounts.PhoneNumbers;

/**
 * Notes what bots have to answer, in the transaction that brings it. Where no number has a bot it costs one look at a map; where
 * one has, one statement for a batch.
 */
@ApplicationScoped
class WorkNotes {
    /** The customer service window: what is older may not be answered freely. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private static final int MOST = 5_000;

    @Inject
    WorkTable work;

    @Inject
    BotStore bots;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Event<WorkDue> due;

    @Inject
    Clock clock;

    /** Something has to be answered after these pauses; fired in the transaction that notes it. */
    record WorkDue(Set<Duration> after) {}

    void hear(@Observes MessagesMoved moved) {
        var linked = numbers.bots();
        if (!linked.isEmpty()) {
            note(
                    moved.moves().stream()
                            .filter(move -> isInbound(move) && linked.containsKey(move.numberId()))
                            .toList(),
                    linked);
        }
    }

    private static boolean isInbound(Move move) {
        return move.direction() == Direction.INBOUND && move.from() == null && move.to() == MessageStatus.RECEIVED;
    }

    private void note(List<Move> inbound, Map<UUID, UUID> linked) {
        if (inbound.isEmpty()) {
            return;
        }
        var pauses = pauses(inbound, linked);
        var fresh = new ArrayList<WorkTable.Fresh>();
        for (var move : inbound) {
            var pause = pauses.get(linked.get(move.numberId()));
            if (pause != null) {
                fresh.add(new WorkTable.Fresh(move.messageId(), pause));
            }
        }
        if (!fresh.isEmpty()) {
            work.note(fresh, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            due.fire(new WorkDue(Set.copyOf(pauses.values())));
        }
    }

    /** How long each bot waits for a person to finish; one that answers nothing is left out. */
    private Map<UUID, Duration> pauses(List<Move> inbound, Map<UUID, UUID> linked) {
        var ids = new HashSet<UUID>();
        for (var move : inbound) {
            var id = linked.get(move.numberId());
            if (id != null) {
                ids.add(id);
            }
        }
        var pauses = new HashMap<UUID, Duration>();
        bots.byIds(ids).forEach((id, bot) -> {
            if (bot.isAnswering()) {
                pauses.put(id, bot.settings().guards().debounce());
            }
        });
        return pauses;
    }

    /** A number has another bot: what nobody has answered there is its, if it may. */
    void linked(@Observes NumberBotChanged changed) {
        var botId = changed.botId();
        if (botId != null) {
            bots.byId(botId)
                    .ifPresent(
                            row -> catchUp(row.view(), List.of(changed.number().id())));
        }
    }

    /** A bot has begun to answer: what nobody has answered is its, if it may. */
    void begun(BotView bot) {
        var its = numbers.bots().entrySet().stream()
                .filter(link -> link.getValue().equals(bot.id()))
                .map(Map.Entry::getKey)
                .toList();
        catchUp(bot, its);
    }

    private void catchUp(BotView bot, List<UUID> numberIds) {
        if (numberIds.isEmpty()
                || !bot.isAnswering()
                || !bot.settings().switches().replyToUnread()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (work.catchUp(numberIds, now.minus(OLDEST), now, MOST) > 0) {
            due.fire(new WorkDue(Set.of(Duration.ZERO)));
        }
    }
}
