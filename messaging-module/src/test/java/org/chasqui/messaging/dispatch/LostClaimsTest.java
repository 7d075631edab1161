package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.chasqui.messaging.messages.Lane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostClaimsTest {
    private final Hand hand = new Hand();
    private final LostClaims lost = new LostClaims();
    private Workbench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new Workbench(folder);
        lost.queue = bench.queue;
        lost.open = bench.database.openQueue();
        lost.hand = hand;
        lost.node = bench.node;
        lost.clock = Workbench.at(0);
    }

    @Test
    void aClaimWhoseAnswerWasLostGoesBackWithoutCountingAsACall() {
        var message = bench.queued(Lane.UTILITY);
        bench.claim(Lane.UTILITY, 10);

        lost.putBack();

        assertThat(bench.entry(message)).isEqualTo("0 0");
    }

    @Test
    void whatIsInHandStays() {
        var message = bench.queued(Lane.UTILITY);
        hand.take(() -> bench.claim(Lane.UTILITY, 10));

        lost.putBack();

        assertThat(bench.entry(message)).isEqualTo("1 1");
    }

    @Test
    void whatWasPutBackAndClaimedAnewIsInHandAlthoughTheFirstClaimIsDroppedLate() {
        var message = bench.queued(Lane.UTILITY);
        hand.take(() -> bench.claim(Lane.UTILITY, 10));
        bench.database.execute("update msg_queue set state = 0");
        hand.take(() -> bench.claim(Lane.UTILITY, 10));
        hand.drop(message);

        lost.putBack();

        assertThat(bench.entry(message)).isEqualTo("1 2");
    }

    @Test
    void aClaimThatHasNotReturnedYetIsNotLost() throws InterruptedException {
        var message = bench.queued(Lane.UTILITY);
        var committed = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var claiming = CompletableFuture.runAsync(() -> hand.take(() -> {
            var claims = bench.claim(Lane.UTILITY, 10);
            committed.countDown();
            await(answer);
            return claims;
        }));
        committed.await();

        lost.putBack();

        assertThat(bench.entry(message)).as("the answer is still on its way").isEqualTo("1 1");
        answer.countDown();
        claiming.join();
        lost.putBack();
        assertThat(bench.entry(message)).isEqualTo("1 1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
