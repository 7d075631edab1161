package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.Pricing;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.MessageState;
import org.junit.jupiter.api.Test;

class ContributionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID NUMBER = new UUID(2, 2);
    private static final UUID CAMPAIGN = new UUID(4, 4);

    @Property
    void theMovesOfAMessageAddUpToOneMoveFromNothing(@ForAll("lives") List<Fact> facts) {
        var bit = new Tally();
        Contribution.add(born(), bit);
        var state = MessageState.NEW;
        for (var fact : facts) {
            var next = state.with(fact);
            Contribution.add(move(state.status(), state, next), bit);
            state = next;
        }

        var whole = new Tally();
        Contribution.add(move(null, MessageState.NEW, state), whole);

        for (var sheet : Sheet.values()) {
            assertThat(readable(bit, sheet)).as(sheet.table()).isEqualTo(readable(whole, sheet));
        }
    }

    @Property
    void aMessageStandsInOnePlaceOnly(@ForAll("lives") List<Fact> facts) {
        var state = MessageState.NEW;
        for (var fact : facts) {
            state = state.with(fact);
        }
        var tally = new Tally();
        Contribution.add(move(null, MessageState.NEW, state), tally);

        var counts = tally.of(Sheet.CUBE).values().iterator().next();
        long ended = counts[Counter.FAILED.ordinal()]
                + counts[Counter.UNCERTAIN.ordinal()]
                + counts[Counter.EXPIRED.ordinal()]
                + counts[Counter.CANCELLED.ordinal()];
        assertThat(counts[Counter.TOTAL.ordinal()]).isOne();
        assertThat(ended).isBetween(0L, 1L);
        assertThat(tally.of(Sheet.ERRORS)).hasSize((int) counts[Counter.FAILED.ordinal()]);
        assertThat(tally.of(Sheet.PRICES)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anEarlierTimeThatIsToldLateMovesTheMessageToAnotherBucket() {
        var accepted = MessageState.NEW.with(new Fact.Accepted(NOW.plusMillis(100), NOW, "wamid.A"));
        var read = accepted.with(told(MessageStatus.READ, 60_000, null));
        var delivered = read.with(told(MessageStatus.DELIVERED, 1_100, null));
        var tally = new Tally();
        Contribution.add(move(null, MessageState.NEW, read), tally);

        Contribution.add(move(read.status(), read, delivered), tally);

        var step = LatencyStep.DELIVERED.code();
        assertThat(tally.of(Sheet.LATENCIES).keySet())
                .filteredOn(key -> key.parts().get(4).equals(step))
                .singleElement()
                .satisfies(key -> assertThat(key.parts().get(5)).isEqualTo(LatencyBuckets.of(1_000)));
    }

    @Test
    void whatMetaLearnsOfThePriceLaterTakesThePlaceOfWhatItSaidFirst() {
        var regular =
                MessageState.NEW.with(told(MessageStatus.SENT, 100, new Pricing("PMP", "regular", "utility", true)));
        var free = regular.with(
                told(MessageStatus.DELIVERED, 200, new Pricing("PMP", "free_entry_point", "utility", false)));
        var tally = new Tally();
        Contribution.add(move(null, MessageState.NEW, regular), tally);

        Contribution.add(move(regular.status(), regular, free), tally);

        assertThat(tally.of(Sheet.PRICES).keySet())
                .singleElement()
                .satisfies(key ->
                        assertThat(key.parts()).contains("free_entry_point").endsWith("utility", 0));
    }

    @Test
    void whatAPersonWritesIsCountedByTheHourOnly() {
        var tally = new Tally();

        Contribution.add(
                new Move(
                        new UUID(3, 3),
                        WORKSPACE,
                        NUMBER,
                        Direction.INBOUND,
                        "service",
                        null,
                        null,
                        "5511955501234",
                        NOW,
                        null,
                        MessageStatus.RECEIVED,
                        Set.of(),
                        Milestones.NONE,
                        Milestones.NONE),
                tally);

        assertThat(tally.of(Sheet.HOURS)).hasSize(1);
        assertThat(tally.of(Sheet.CUBE)).isEmpty();
    }

    @Provide
    Arbitrary<List<Fact>> lives() {
        var at = Arbitraries.longs().between(0, 90_000).map(NOW::plusMillis);
        var price = Arbitraries.of(
                        new Pricing("PMP", "regular", "marketing", true),
                        new Pricing("PMP", "free_entry_point", "marketing", false),
                        new Pricing(null, null, "utility", false))
                .injectNull(0.5);
        var told = Combinators.combine(
                        at,
                        Arbitraries.of(
                                MessageStatus.SENT,
                                MessageStatus.DELIVERED,
                                MessageStatus.READ,
                                MessageStatus.PLAYED,
                                MessageStatus.FAILED),
                        price,
                        Arbitraries.of(131026, 131049))
                .as((when, status, said, code) -> (Fact) new Fact.Told(
                        when,
                        status,
                        "wamid.A",
                        status == MessageStatus.FAILED ? new Fact.Problem(code, "Failed", null) : null,
                        said));
        var ours = at.flatMap(when -> Arbitraries.of(
                (Fact) new Fact.Accepted(when, when, "wamid.A"),
                new Fact.Refused(when, new Fact.Problem(131026, "Failed", null)),
                new Fact.Unclear(when, when, new Fact.Problem(0, "Unknown", null)),
                new Fact.Retried(when),
                new Fact.PostedAnew(when, "wamid.B"),
                new Fact.Expired(when)));
        return Arbitraries.oneOf(told, ours).list().ofMaxSize(9);
    }

    private static Fact told(MessageStatus status, long afterMillis, Pricing pricing) {
        return new Fact.Told(NOW.plusMillis(afterMillis), status, "wamid.A", null, pricing);
    }

    private static Move born() {
        return move(null, MessageState.NEW, MessageState.NEW);
    }

    private static Move move(MessageStatus from, MessageState before, MessageState after) {
        var reached = EnumSet.noneOf(MessageStatus.class);
        reached.addAll(after.reached());
        reached.removeAll(before.reached());
        return new Move(
                new UUID(3, 3),
                WORKSPACE,
                NUMBER,
                Direction.OUTBOUND,
                "marketing",
                "offer",
                CAMPAIGN,
                "5511955501234",
                NOW,
                from,
                after.status(),
                reached,
                Milestones.of(before),
                Milestones.of(after));
    }

    private static TreeMap<Key, List<Long>> readable(Tally tally, Sheet sheet) {
        var readable = new TreeMap<Key, List<Long>>();
        tally.of(sheet).forEach((key, counts) -> {
            var list = new ArrayList<Long>();
            for (long count : counts) {
                list.add(count);
            }
            readable.put(key, list);
        });
        return readable;
    }
}
