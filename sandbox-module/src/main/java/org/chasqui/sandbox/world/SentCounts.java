package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.chasqui.sandbox.meta.Status;
import org.jspecify.annotations.Nullable;

/** What Meta's messaging analytics tell: how many messages were sent and delivered. It knows the messages of the transcript. */
public final class SentCounts {

    private final Transcript transcript;

    SentCounts(Transcript transcript) {
        this.transcript = transcript;
    }

    /**
     * Counts by slices of time, the oldest first; slices without messages are left out, as Meta does.
     *
     * @param from inclusive, seconds since the epoch
     * @param to exclusive, seconds since the epoch
     * @param slice length in seconds
     */
    public ArrayNode points(Predicate<BusinessNumber> wanted, long from, long to, long slice) {
        Map<Long, long[]> slices = new TreeMap<>();
        for (Object message : transcript.all()) {
            if (message instanceof OutboundMessage outbound && wanted.test(outbound.number())) {
                long at = outbound.facts().at() / 1_000;
                if (at >= from && at < to) {
                    count(outbound.state(), slices.computeIfAbsent(at - at % slice, start -> new long[2]));
                }
            }
        }
        ArrayNode points = Json.object().putArray("data_points");
        slices.forEach((start, counts) -> {
            ObjectNode point = points.addObject().put("start", start).put("end", start + slice);
            point.put("sent", counts[0]).put("delivered", counts[1]);
        });
        return points;
    }

    private static void count(@Nullable Status state, long[] counts) {
        if (state == null || state == Status.FAILED) {
            return;
        }
        counts[0]++;
        counts[1] += state == Status.SENT ? 0 : 1;
    }
}
