package org.chasqui.messaging.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RingerTest {
    private final BlockingQueue<Set<String>> rung = new LinkedBlockingQueue<>();
    private final CountDownLatch thawed = new CountDownLatch(1);
    private Ringer<String> ringer = new Ringer<>("ring", rung::add);

    @AfterEach
    void stop() {
        thawed.countDown();
        ringer.stop();
    }

    @Test
    void whoRingsDoesNotWaitForABellThatIsFrozenAndRingsOnceForAll() throws InterruptedException {
        ringer = new Ringer<>("ring", what -> {
            rung.add(what);
            awaitThaw();
        });
        ringer.start(BackgroundThreads.FACTORY);
        ringer.ring(List.of("first"));
        assertThat(rung.take()).containsExactly("first");

        ringer.ring(List.of("a"));
        ringer.ring(List.of("b", "a"));
        thawed.countDown();

        assertThat(rung.take()).containsExactlyInAnyOrder("a", "b");
        assertThat(rung.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void goesOnAfterARingThatFailed() throws InterruptedException {
        ringer = new Ringer<>("ring", what -> {
            rung.add(what);
            throw new IllegalStateException("the broker is away");
        });
        ringer.start(BackgroundThreads.FACTORY);

        ringer.ring(List.of("lost"));
        assertThat(rung.take()).containsExactly("lost");
        ringer.ring(List.of("next"));
        assertThat(rung.take()).containsExactly("next");
    }

    private void awaitThaw() {
        try {
            thawed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
