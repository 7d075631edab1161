package org.chasqui.messaging.messages.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Pricing;
import org.junit.jupiter.api.Test;

class MessageStateTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String WAMID = "wamid.A";

    /** Late, doubled and shuffled: the law on which the whole ingest rests. */
    @Property
    void theSameFactsInAnyOrderAndNumberMakeTheSameState(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
        var doubled = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(doubled::add);
        Collections.shuffle(doubled, random);

        assertThat(merge(doubled)).isEqualTo(merge(facts));
    }

    @Property
    void aMessageNeverFallsBackOnceItWasDelivered(@ForAll("facts") List<Fact> facts) {
        var state = MessageState.NEW;
        boolean delivered = false;
        for (var fact : facts) {
            state = state.with(fact);
            delivered |= state.status() == MessageStatus.DELIVERED;
            if (delivered) {
                assertThat(state.status()).isIn(MessageStatus.DELIVERED, MessageStatus.READ, MessageStatus.PLAYED);
            }
        }
    }

    @Property
    void readImpliesDeliveredAndSent(@ForAll("facts") List<Fact> facts) {
        var state = merge(facts);
        if (state.readAt() != null) {
            assertThat(state.deliveredAt()).isNotNull().isBeforeOrEqualTo(state.readAt());
            assertThat(state.sentAt()).isNotNull().isBeforeOrEqualTo(state.deliveredAt());
        }
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        var seconds = Arbitraries.integers().between(0, 50).map(second -> NOON.plusSeconds(second));
        var statuses = Arbitraries.of(
                MessageStatus.SENT,
                MessageStatus.DELIVERED,
                MessageStatus.READ,
                MessageStatus.PLAYED,
                MessageStatus.FAILED);
        var codes = Arbitraries.of(131026, 131047, 131049);
        var prices = Arbitraries.of(
                        new Pricing("PMP", "regular", "utility", true),
                        new Pricing("PMP", "free_entry_point", "utility", false))
                .injectNull(0.5);
        Arbitrary<Fact> told = Combinators.combine(seconds, statuses, codes, prices)
                .as((at, status, code, price) -> told(at, status, status == MessageStatus.FAILED ? code : 0, price));
        Arbitrary<Fact> accepted = seconds.map(at -> new Fact.Accepted(at, at, WAMID));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, told), net.jqwik.api.Tuple.of(1, accepted))
                .list()
                .ofMaxSize(12);
    }

    @Test
    void aDeliveryAfterAFailureWins() {
        var state = MessageState.NEW
                .with(told(NOON, MessageStatus.FAILED, 131026))
                .with(told(NOON.plusSeconds(5), MessageStatus.DELIVERED, 0));

        assertThat(state.status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(state.failedAt()).isEqualTo(NOON);
    }

    @Test
    void aStatusSettlesWhatWasUncertain() {
        var problem = new Fact.Problem(0, "unknown", "timeout");
        var uncertain = MessageState.NEW.with(new Fact.Unclear(NOON, NOON, problem));
        assertThat(uncertain.status()).isEqualTo(MessageStatus.UNCERTAIN);
        assertThat(uncertain.isKnownToMeta()).isFalse();

        var settled = uncertain.with(told(NOON.plusSeconds(1), MessageStatus.SENT, 0));

        assertThat(settled.status()).isEqualTo(MessageStatus.SENT);
        assertThat(settled.problem()).isNull();
        assertThat(settled.isKnownToMeta()).isTrue();
    }

    @Test
    void aSecondWamidIsKeptAsAConfirmedDuplicate() {
        var state = MessageState.NEW
                .with(new Fact.Accepted(NOON, NOON, WAMID))
                .with(new Fact.Told(NOON, MessageStatus.SENT, "wamid.B", null, null));

        assertThat(state.wamid()).isEqualTo(WAMID);
        assertThat(state.otherWamids()).containsExactly("wamid.B");
    }

    @Test
    void metaOverridesACancellationThatCameTooLate() {
        var state =
                MessageState.NEW.with(new Fact.Cancelled(NOON)).with(told(NOON.plusSeconds(1), MessageStatus.SENT, 0));

        assertThat(state.status()).isEqualTo(MessageStatus.SENT);
    }

    /** A one-time code that was posted twice: Meta tells of the first call's failure while the second is under way. */
    @Test
    void theFailureOfAnEarlierCallDoesNotFailAMessageThatWasPostedAnew() {
        var failed = MessageState.NEW.with(told(NOON, MessageStatus.FAILED, 131026));
        assertThat(failed.status()).isEqualTo(MessageStatus.FAILED);

        var accepted = failed.with(new Fact.PostedAnew(NOON, "wamid.B"))
                .with(new Fact.Accepted(NOON.plusSeconds(1), NOON.plusSeconds(1), "wamid.B"));

        assertThat(accepted.status()).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(accepted.problem()).isNull();
        assertThat(accepted.wamid()).isEqualTo("wamid.B");
        assertThat(accepted.otherWamids()).containsExactly(WAMID);
    }

    @Test
    void theFailureOfTheSameCallStays() {
        var failed = MessageState.NEW
                .with(told(NOON.plusSeconds(2), MessageStatus.FAILED, 131026))
                .with(new Fact.PostedAnew(NOON, WAMID))
                .with(new Fact.Accepted(NOON, NOON, WAMID));

        assertThat(failed.status()).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void thePriceIsThatOfTheFurthestStatusWhicheverComesLast() {
        var estimate = new Pricing("PMP", "regular", "utility", true);
        var free = new Pricing("PMP", "free_entry_point", "utility", false);

        var state = MessageState.NEW
                .with(told(NOON.plusSeconds(5), MessageStatus.DELIVERED, 0, free))
                .with(told(NOON, MessageStatus.SENT, 0, estimate));

        assertThat(state.pricing()).isEqualTo(free);
    }

    private static MessageState merge(List<Fact> facts) {
        var state = MessageState.NEW;
        for (var fact : facts) {
            state = state.with(fact);
        }
        return state;
    }

    private static Fact told(Instant at, MessageStatus status, int code) {
        return told(at, status, code, null);
    }

    private static Fact told(Instant at, MessageStatus status, int code, Pricing price) {
        var problem = code == 0 ? null : new Fact.Problem(code, "code " + code, null);
        return new Fact.Told(at, status, WAMID, problem, price);
    }
}
