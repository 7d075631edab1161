package org.chasqui.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A step of the load, measured.
 *
 * @param offered messages per second
 * @param messages all of the step
 * @param withWamid how many answers had Meta's id
 * @param speed per second, in the steady part
 * @param loop latencies as the caller saw them, microseconds
 * @param failures of the API
 * @param counts of the sandbox at the end
 * @param lag commit to call, milliseconds: median, 99 %, most
 * @param sentAfter seconds from the last answer of the API until nothing waited for Meta; negative when never
 * @param mergedAfter the same until every status was merged, without the time that the sandbox let them wait
 * @param effort from the first message to the last answer
 * @param wholeEffort from the first message until everything was merged
 * @param work of the database in the same time
 * @param productMegabytes resident
 * @param databaseMegabytes shared memory counted once
 */
record Step(
        int offered,
        long messages,
        long withWamid,
        Watch.Point speed,
        OpenLoop.Measured loop,
        Map<String, Long> failures,
        Sandbox.Counts counts,
        List<Long> lag,
        double sentAfter,
        double mergedAfter,
        Effort effort,
        Effort wholeEffort,
        Database.Work work,
        long productMegabytes,
        long databaseMegabytes,
        Truth truth,
        List<Watch.Point> course) {

    boolean caughtUp() {
        return sentAfter >= 0 && mergedAfter >= 0;
    }

    double perMessage(double amount) {
        return amount / Math.max(1, messages);
    }

    /** Microseconds of one core for a message with everything that belongs to it. */
    double microsPerMessage(double seconds) {
        return perMessage(seconds * 1e6);
    }

    String percentWithWamid() {
        return Table.number(100.0 * withWamid / Math.max(1, messages));
    }

    static String millis(Histogram micros, double percentile) {
        return Table.number(micros.getValueAtPercentile(percentile) / 1_000.0);
    }

    ObjectNode json() {
        var json = Json.object()
                .put("offered_per_s", offered)
                .put("messages", messages)
                .put("with_wamid", withWamid);
        json.put("accepted_per_s", speed.accepted())
                .put("sent_per_s", speed.sent())
                .put("statuses_per_s", speed.statuses());
        json.set("accept_ms", percentiles(loop.latency()));
        json.set("generator_late_ms", percentiles(loop.lateness()));
        var refused = json.putObject("not_accepted");
        failures.forEach(refused::put);
        json.putObject("webhook_answer_ms")
                .put("p50", counts.webhookP50() / 1_000.0)
                .put("p99", counts.webhookP99() / 1_000.0)
                .put("max", counts.webhookMax() / 1_000.0);
        json.put("webhook_posts", counts.webhookPosts())
                .put("webhooks_retried", counts.retried())
                .put("refused_by_meta", counts.refused());
        json.putObject("queue_to_meta_ms")
                .put("p50", lag.get(0))
                .put("p99", lag.get(1))
                .put("max", lag.get(2));
        json.put("sent_after_s", sentAfter).put("merged_after_s", mergedAfter);
        json.set("cpu", effort.json());
        json.put("product_us_per_message", microsPerMessage(wholeEffort.product()))
                .put("database_us_per_message", microsPerMessage(wholeEffort.database()))
                .put("generator_us_per_message", microsPerMessage(wholeEffort.generator()));
        json.put("product_mb", productMegabytes).put("database_mb", databaseMegabytes);
        json.put("commits_per_message", perMessage(work.commits()))
                .put("log_syncs_per_message", perMessage(work.syncs()))
                .put("wal_bytes_per_message", perMessage(work.walBytes()))
                .put("wal_page_images", work.walImages())
                .put("updates_per_message", perMessage(work.updates()))
                .put("hot_update_share", work.updates() == 0 ? 0 : (double) work.hotUpdates() / work.updates());
        json.set("truth", truth.json());
        var seconds = json.putArray("course");
        course.forEach(point -> seconds.addObject()
                .put("at", point.at())
                .put("accepted", point.accepted())
                .put("sent", point.sent())
                .put("statuses", point.statuses()));
        return json;
    }

    private static ObjectNode percentiles(Histogram micros) {
        return Json.object()
                .put("p50", micros.getValueAtPercentile(50) / 1_000.0)
                .put("p99", micros.getValueAtPercentile(99) / 1_000.0)
                .put("p99_9", micros.getValueAtPercentile(99.9) / 1_000.0)
                .put("max", micros.getMaxValue() / 1_000.0);
    }
}
