package org.chasqui.sandbox.world;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chasqui.sandbox.meta.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds from the journal what a restart needs: the last messages, whatever has webhooks pending, open windows and the
 * count of service messages; and writes the compacted journal. Older messages shrink to their line in the ledger.
 */
final class Recovery {

    private final Journal journal;
    private final Function<String, @Nullable BusinessNumber> numbers;
    private final int keep;
    private final long now;
    private final Map<Long, OutboundMessage> pending = new HashMap<>();
    private final Deque<OutboundMessage> recent = new ArrayDeque<>();
    private final Map<Long, InboundMessage> inbound = new HashMap<>();
    private final Deque<InboundMessage> recentInbound = new ArrayDeque<>();
    private final BitSet retained = new BitSet();
    private final Set<BusinessNumber> seen = new HashSet<>();
    private long firstSeq = -1;
    private long lastSeq;

    Recovery(Journal journal, Function<String, @Nullable BusinessNumber> numbers, int keep, long now) {
        this.journal = journal;
        this.numbers = numbers;
        this.keep = keep;
        this.now = now;
    }

    /** Reads, compacts and opens the journal. */
    void run() throws IOException {
        journal.replay(this::take);
        for (OutboundMessage message : outbound()) {
            retained.set(offset(message.facts().seq()));
        }
        journal.open(this::compact);
    }

    /** What is kept, in the order of acceptance. */
    List<OutboundMessage> outbound() {
        Map<Long, OutboundMessage> kept = new HashMap<>(pending);
        recent.forEach(message -> kept.put(message.facts().seq(), message));
        return kept.values().stream()
                .sorted((a, b) -> Long.compare(a.facts().seq(), b.facts().seq()))
                .toList();
    }

    /** Messages from people that are kept, in order. */
    List<InboundMessage> inbound() {
        Map<Long, InboundMessage> kept = new HashMap<>(inbound);
        recentInbound.forEach(message -> kept.put(message.facts().seq(), message));
        return kept.values().stream()
                .sorted((a, b) -> Long.compare(a.facts().seq(), b.facts().seq()))
                .toList();
    }

    /** The highest sequence number ever given. */
    long lastSeq() {
        return lastSeq;
    }

    private int offset(long seq) {
        if (firstSeq < 0) {
            firstSeq = seq;
        }
        return (int) (seq - firstSeq);
    }

    private void take(JournalRecord record) {
        if (record instanceof JournalRecord.Accepted accepted) {
            accepted(accepted);
        } else if (record instanceof JournalRecord.Inbound received) {
            inbound(received);
        } else if (record instanceof JournalRecord.Acknowledged ack) {
            acknowledged(ack);
        } else if (record instanceof JournalRecord.ServiceCount count) {
            BusinessNumber number = numbers.apply(count.number());
            if (number != null) {
                seen.add(number);
                number.serviceMessages().restore(count.month(), count.count(), now);
            }
        }
    }

    private void accepted(JournalRecord.Accepted accepted) {
        lastSeq = Math.max(lastSeq, accepted.facts().seq());
        BusinessNumber number = numbers.apply(accepted.number());
        if (number == null) {
            return;
        }
        OutboundMessage message = new OutboundMessage(number, accepted.facts());
        if (firstSeq < 0 || accepted.facts().seq() < firstSeq) {
            firstSeq = accepted.facts().seq();
        }
        if (accepted.facts().pricing().category() == Pricing.Category.SERVICE
                && accepted.facts().code() != 131047) {
            number.serviceMessages().countedBefore(accepted.facts().at());
        }
        seen.add(number);
        if (message.steps().isEmpty()) {
            keepRecent(message);
        } else {
            pending.put(accepted.facts().seq(), message);
        }
    }

    private void inbound(JournalRecord.Inbound received) {
        lastSeq = Math.max(lastSeq, received.facts().seq());
        BusinessNumber number = numbers.apply(received.number());
        if (number != null) {
            if (Receiving.opensWindow(received.facts().message())) {
                number.restoreWindow(received.facts().from(), received.facts().at());
            }
            inbound.put(received.facts().seq(), new InboundMessage(number, received.facts()));
        }
    }

    private void acknowledged(JournalRecord.Acknowledged ack) {
        OutboundMessage message = pending.get(ack.seq());
        if (message != null) {
            message.acknowledge(ack.step());
            message.reach(message.steps().get(ack.step()).status(), message.dueAt(ack.step()));
            if (message.isDone()) {
                pending.remove(ack.seq());
                keepRecent(message);
            }
            return;
        }
        InboundMessage received = inbound.remove(ack.seq());
        if (received != null) {
            received.acknowledge();
            recentInbound.add(received);
            if (recentInbound.size() > keep) {
                recentInbound.poll();
            }
        }
    }

    private void keepRecent(OutboundMessage message) {
        recent.add(message);
        if (recent.size() > keep) {
            recent.poll();
        }
    }

    private void compact(Journal.Sink sink) throws IOException {
        List<IOException> failures = new ArrayList<>();
        journal.replay(record -> {
            try {
                boolean dropped = record instanceof JournalRecord.Accepted accepted
                        && !(retained.get(offset(accepted.facts().seq())) && numbers.apply(accepted.number()) != null);
                if (record instanceof JournalRecord.Posted) {
                    sink.accept(record);
                } else if (dropped && record instanceof JournalRecord.Accepted accepted) {
                    sink.accept(new JournalRecord.Posted(
                            accepted.number(), accepted.facts().opaque()));
                }
            } catch (IOException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        for (OutboundMessage message : outbound()) {
            sink.accept(new JournalRecord.Accepted(message.number().id(), message.facts()));
            for (int step = 0; step < message.steps().size(); step++) {
                if (message.isAcknowledged(step)) {
                    sink.accept(new JournalRecord.Acknowledged(message.facts().seq(), step));
                }
            }
        }
        for (InboundMessage message : inbound()) {
            sink.accept(new JournalRecord.Inbound(message.number().id(), message.facts()));
            if (message.isAcknowledged()) {
                sink.accept(new JournalRecord.Acknowledged(message.facts().seq(), JournalRecord.INBOUND_STEP));
            }
        }
        for (BusinessNumber number : seen) {
            int month = number.serviceMessages().month(now);
            sink.accept(new JournalRecord.ServiceCount(
                    number.id(), month, number.serviceMessages().count()));
        }
    }
}
