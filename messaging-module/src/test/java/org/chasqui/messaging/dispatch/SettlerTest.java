package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.messaging.sql.SqlFailed;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SettlerTest {
    private final Settler settler = new Settler();
    private final Hand hand = new Hand();
    private Workbench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new Workbench(folder);
        settler.hand = hand;
        settler.writer = writer(new SettleWriter());
        settler.start();
    }

    @AfterEach
    void stop() {
        settler.stop();
    }

    private SettleWriter writer(SettleWriter made) {
        made.ledger = bench.ledger;
        made.queue = bench.queue;
        made.attempts = new Attempts();
        made.attempts.jdbc = bench.database.jdbc();
        made.attempts.node = bench.node;
        made.resolutions = new Resolutions();
        made.optOuts = new OptOuts();
        made.moved = bench.moved;
        made.reachedMeta = new Fired<>();
        made.clock = Workbench.at(1);
        return made;
    }

    @Test
    void anOutcomeThatTheDatabaseRefusesIsKeptAsUncertainAndHoldsNothingUp() {
        bench.queued(Lane.UTILITY, "5511955501234", Workbench.NOW.plusSeconds(600));
        bench.queued(Lane.UTILITY, "5511955501235", Workbench.NOW.plusSeconds(600));
        var claims = hand.take(() -> bench.claim(Lane.UTILITY, 2));
        var first = claims.get(0);
        var second = claims.get(1);

        settler.settle(accepted(first, "wamid.A")).join();
        // There is such a wamid already, and only one message may have it.
        settler.settle(accepted(second, "wamid.A")).join();

        assertThat(bench.status(first.messageId())).isEqualTo("" + MessageStatus.ACCEPTED.code());
        assertThat(bench.status(second.messageId())).isEqualTo("" + MessageStatus.UNCERTAIN.code());
        assertThat(bench.entry(second.messageId())).isEqualTo("2 1");
        assertThat(bench.database.text("select count(*) from msg_attempt")).isEqualTo("2");
        assertThat(hand.holds(second.messageId())).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayIsWaitedFor() {
        var tries = new AtomicInteger();
        settler.writer = new SettleWriter() {
            @Override
            public void write(List<Settled> batch) {
                if (tries.incrementAndGet() < 3) {
                    throw new SqlFailed("settling", new SQLException("gone", "57P01"));
                }
            }
        };

        assertThat(settler.settle(accepted(claimed(), "wamid.A")).join()).isTrue();
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatCannotBeKeptAtAllEndsAndStaysInHand() {
        settler.writer = new SettleWriter() {
            @Override
            public void write(List<Settled> batch) {
                throw new IllegalStateException("a mistake of ours");
            }
        };
        var claim = claimed();

        assertThatThrownBy(() -> settler.settle(accepted(claim, "wamid.A")).join())
                .isInstanceOf(CompletionException.class);
        assertThat(hand.holds(claim.messageId())).isTrue();
    }

    private Claim claimed() {
        bench.queued(Lane.UTILITY);
        return hand.take(() -> bench.claim(Lane.UTILITY, 1)).get(0);
    }

    @Test
    void aMessageThatIsPutBackIsNotWritten() {
        bench.queued(Lane.UTILITY);
        var claim = bench.claim(Lane.UTILITY, 1).get(0);
        var version = version(claim);

        settler.settle(Settled.withoutCall(claim, new Verdict.Postpone(Duration.ofSeconds(15))))
                .join();

        assertThat(bench.entry(claim.messageId())).isEqualTo("0 0");
        assertThat(version(claim)).as("nobody wrote or locked the row").isEqualTo(version);
    }

    @Test
    void whatMetaHasShownToHaveByNowIsNotPutBack() {
        var message = bench.queued(Lane.AUTHENTICATION);
        bench.claim(Lane.AUTHENTICATION, 1);
        bench.database.execute("update msg_queue set state = 0, resend = true");
        var second = bench.claim(Lane.AUTHENTICATION, 1).get(0);
        bench.database.execute(
                "update msg_message set wamid = 'wamid.A', sent_at = now() where id = '" + message + "'");

        settler.settle(Settled.withoutCall(second, new Verdict.Postpone(Duration.ofSeconds(15))))
                .join();

        assertThat(bench.entry(message)).isNull();
    }

    private String version(Claim claim) {
        return bench.database.text(
                "select xmin || ' ' || xmax from msg_message where id = '" + claim.messageId() + "'");
    }

    private static Settled accepted(Claim claim, String wamid) {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        var outcome = new SendOutcome.Accepted(wamid, null);
        var call = new CallResult(Workbench.NOW, 5, 200, body, null, true);
        return new Settled(claim, call, outcome, SendPolicy.decide(outcome, claim.lane(), claim.attempt()));
    }
}
