package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.chasqui.sandbox.meta.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentCountsTest {
    private static final long HALF_HOUR = 1_800;

    /** Its messages get no status but those of the test. */
    private static final String SILENT = "14197000020";

    @Test
    void countsWhatWasSentAndDeliveredWhetherOrNotItsWebhooksArrived(@TempDir Path folder) throws Exception {
        long now = Instant.now().getEpochSecond();
        try (World world = TestWorlds.open(folder, "http://127.0.0.1:9/", Clock.systemUTC())) {
            for (int i = 0; i < 3; i++) {
                TestWorlds.send(world, TestWorlds.HIGH, TestWorlds.hello(SILENT, "a" + i));
            }
            TestWorlds.send(world, TestWorlds.STANDARD, TestWorlds.hello(SILENT, "b"));
            var sent = world.transcript().all().stream()
                    .map(OutboundMessage.class::cast)
                    .toList();
            sent.get(0).reach(Status.READ, 0);
            sent.get(1).reach(Status.SENT, 0);
            sent.get(2).reach(Status.FAILED, 0);

            var points = world.sentCounts()
                    .points(number -> number.id().equals(TestWorlds.HIGH), now - 60, now + 60, HALF_HOUR);

            assertThat(sum(points, "sent")).isEqualTo(2);
            assertThat(sum(points, "delivered")).isEqualTo(1);
            assertThat(points.get(0).path("start").asLong() % HALF_HOUR).isZero();
            assertThat(world.sentCounts().points(number -> true, now - 7_200, now - 3_600, HALF_HOUR))
                    .isEmpty();
        }
    }

    private static long sum(Iterable<JsonNode> points, String name) {
        long sum = 0;
        for (var point : points) {
            sum += point.path(name).asLong();
        }
        return sum;
    }
}
