package org.chasqui.messaging.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.dispatch.MessagesReachedMeta;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.MessageRow;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.accounts.PhoneNumbers;

/**
 * Merges stored webhooks: statuses into their messages, messages of people into conversations, counters along with
 * them. All of a batch in one transaction, together with taking it out of the inbox: so each webhook counts once.
 */
@ApplicationScoped
class MergeWriter {
    @Inject
    RawWebhooks raws;

    @Inject
    Orphans orphans;

    @Inject
    Ledger ledger;

    @Inject
    Queue queue;

    @Inject
    Reception reception;

    @Inject
    OtherNews otherNews;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Event<MessagesMoved> moved;

    @Inject
    Clock clock;

    /**
     * Merges what waits.
     *
     * @param most webhooks in one transaction
     * @return how many were merged
     * @throws MergeFailed when a single one was asked for and cannot be merged
     */
    @Transactional
    public int merge(int most) {
        var batch = raws.take(most);
        try {
            merge(batch);
        } catch (RuntimeException failed) {
            throw batch.size() == 1 ? new MergeFailed(batch.get(0).id(), failed) : failed;
        }
        return batch.size();
    }

    private void merge(List<RawWebhooks.Raw> batch) {
        var statuses = new ArrayList<Told>();
        var received = new ArrayList<Reception.Received>();
        var preferred = new ArrayList<Reception.Preferred>();
        var shown = new ArrayList<Reception.Shown>();
        var others = new ArrayList<Envelope.Other>();
        var read = new ArrayList<Envelope>();
        for (var raw : batch) {
            try {
                read.add(Envelope.read(raw.body(), raw.receivedAt()));
            } catch (IOException | RuntimeException unreadable) {
                raws.poison(raw.id(), String.valueOf(unreadable.getMessage()));
            }
        }
        // Apart from the reading: a database that is away makes no webhook unreadable.
        for (var envelope : read) {
            envelope.parts().forEach(part -> sort(part, statuses, received, preferred, shown));
            others.addAll(envelope.others());
        }
        var moves = new ArrayList<Move>();
        orphans.park(mergeStatuses(statuses, moves), clock.instant());
        reception.learn(shown);
        moves.addAll(reception.receive(received));
        reception.prefer(preferred);
        otherNews.pass(others);
        announce(moves);
    }

    /** Sets a webhook aside, because merging it fails each time. */
    @Transactional
    public void setAside(long rawId, String error) {
        if (raws.leave(rawId)) {
            raws.poison(rawId, error);
        }
    }

    /** Statuses that came before the answer to their send. */
    void reachedMeta(@Observes MessagesReachedMeta event) {
        mergeParked(orphans.take(event.wamids()));
    }

    @Transactional
    public void retryParked() {
        mergeParked(orphans.takeDue(clock.instant()));
    }

    /** Drops statuses that nobody will ever ask for. */
    @Transactional
    public void purgeParked() {
        orphans.purge(clock.instant());
    }

    private void mergeParked(List<Told> statuses) {
        var moves = new ArrayList<Move>();
        mergeStatuses(statuses, moves);
        announce(moves);
    }

    private void sort(
            Envelope.ForNumber part,
            List<Told> statuses,
            List<Reception.Received> received,
            List<Reception.Preferred> preferred,
            List<Reception.Shown> shown) {
        var number = numbers.byPhoneNumberId(part.phoneNumberId());
        if (number.isEmpty()) {
            // A number that is not connected here: the raw body is kept, nothing else can be done.
            return;
        }
        part.statuses().forEach(status -> statuses.add(new Told(number.get().id(), status)));
        part.messages().forEach(message -> received.add(new Reception.Received(number.get(), message)));
        part.preferences().forEach(one -> preferred.add(new Reception.Preferred(number.get(), one)));
        part.shown().forEach(who -> shown.add(new Reception.Shown(number.get(), who)));
    }

    /** Merges statuses into their messages; answers those whose message is not known. */
    private List<Told> mergeStatuses(List<Told> statuses, List<Move> moves) {
        if (statuses.isEmpty()) {
            return List.of();
        }
        var byMessage = new HashMap<UUID, List<Told>>();
        var unknown = new ArrayList<Told>();
        var byWamid = ledger.idsOf(statuses.stream()
                .map(Told::notice)
                .filter(status -> status.mark() == null)
                .map(StatusNotice::wamid)
                .distinct()
                .toList());
        for (var status : statuses) {
            var mark = status.notice().mark();
            var id = mark != null
                    ? mark.messageId()
                    : byWamid.get(status.notice().wamid());
            if (id == null) {
                unknown.add(status);
            } else {
                byMessage.computeIfAbsent(id, key -> new ArrayList<>()).add(status);
            }
        }
        var rows = ledger.lock(byMessage.keySet());
        byMessage.forEach((id, told) -> {
            var row = rows.get(id);
            if (row == null) {
                unknown.addAll(told);
            } else {
                told.stream().filter(one -> one.isOf(row.numberId())).forEach(one -> learn(row, one.notice()));
            }
        });
        save(rows, moves);
        return unknown;
    }

    private static void learn(MessageRow row, StatusNotice status) {
        var mark = status.mark();
        boolean ofEarlierTry = mark != null
                && mark.attempt() < row.attempts()
                && row.state().wamid() != null
                && !status.wamid().equals(row.state().wamid());
        if (ofEarlierTry && status.status() == MessageStatus.FAILED) {
            // An earlier call of a message that was posted again has failed: the later one speaks for the message.
            return;
        }
        row.learn(status.fact());
    }

    private void save(Map<UUID, MessageRow> rows, List<Move> moves) {
        var changed = rows.values().stream().filter(MessageRow::isChanged).toList();
        ledger.save(changed);
        queue.finishUnlessSending(changed.stream()
                .filter(MessageRow::isNewToMeta)
                .map(MessageRow::id)
                .toList());
        for (var row : changed) {
            var move = row.move();
            if (move != null) {
                moves.add(move);
            }
        }
    }

    private void announce(List<Move> moves) {
        if (!moves.isEmpty()) {
            moved.fire(new MessagesMoved("merge", moves));
        }
    }
}
