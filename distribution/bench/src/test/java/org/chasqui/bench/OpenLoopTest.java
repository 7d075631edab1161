package org.chasqui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void everyArrivalComesOnceAndNoneBeforeItsTime() {
        var came = new ConcurrentHashMap<Long, Long>();
        long begin = System.nanoTime();
        var loop = new OpenLoop(400, 0.5, 8);

        var measured = loop.run(index -> came.put(index, System.nanoTime() - begin));

        assertThat(came).hasSize(200);
        assertThat(loop.answered()).isEqualTo(200);
        came.forEach((index, at) -> assertThat(at).isGreaterThanOrEqualTo(index * 2_500_000));
        assertThat(measured.latency().getTotalCount()).isEqualTo(200);
        assertThat(measured.seconds()).isGreaterThan(0.45);
    }

    @Test
    void aStallIsSeenByEverybodyWhoComesWhileItLasts() {
        // One caller, the first call takes 200 ms: arrivals are due every 10 ms and wait 190, 180, 170 … ms.
        var measured = new OpenLoop(100, 0.2, 1).run(index -> {
            if (index == 0) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        });

        assertThat(measured.latency().getTotalCount()).isEqualTo(20);
        assertThat(measured.latency().getValueAtPercentile(50)).isGreaterThan(80_000);
        assertThat(measured.lateness().getValueAtPercentile(50)).isGreaterThan(80_000);
    }
}
