package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.chasqui.sandbox.meta.Answer;

/** Counts since the start of the process or the last reset. */
final class Stats {

    final LongAdder posts = new LongAdder();
    final LongAdder accepted = new LongAdder();
    final LongAdder inbound = new LongAdder();
    final LongAdder webhookPosts = new LongAdder();
    final LongAdder updatesAcknowledged = new LongAdder();
    final LongAdder updatesRetried = new LongAdder();
    final LongAdder updatesDropped = new LongAdder();
    final AtomicLong updatesPending = new AtomicLong();
    final LatencyHistogram acknowledgement = new LatencyHistogram();
    final LatencyHistogram answering = new LatencyHistogram();
    private final Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();
    private final Map<Answer, LongAdder> spoiledAnswers = new ConcurrentHashMap<>();

    void refused(int code) {
        refused.computeIfAbsent(code, unused -> new LongAdder()).increment();
    }

    void spoiled(Answer answer) {
        spoiledAnswers.computeIfAbsent(answer, unused -> new LongAdder()).increment();
    }

    void clear() {
        posts.reset();
        accepted.reset();
        inbound.reset();
        webhookPosts.reset();
        updatesAcknowledged.reset();
        updatesRetried.reset();
        updatesDropped.reset();
        acknowledgement.clear();
        answering.clear();
        refused.clear();
        spoiledAnswers.clear();
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("posts", posts.sum()).put("accepted", accepted.sum()).put("inbound", inbound.sum());
        ObjectNode byCode = json.putObject("refused");
        new TreeMap<>(refused).forEach((code, count) -> byCode.put(Integer.toString(code), count.sum()));
        ObjectNode spoiled = json.putObject("spoiled_answers");
        spoiledAnswers.forEach((answer, count) -> spoiled.put(answer.name().toLowerCase(Locale.ROOT), count.sum()));
        percentiles(json.putObject("answer_us"), answering);
        ObjectNode webhooks = json.putObject("webhooks");
        webhooks.put("posts", webhookPosts.sum());
        webhooks.put("acknowledged", updatesAcknowledged.sum());
        webhooks.put("pending", updatesPending.get());
        webhooks.put("retried", updatesRetried.sum());
        webhooks.put("dropped", updatesDropped.sum());
        percentiles(webhooks.putObject("ack_us"), acknowledgement);
        return json;
    }

    private static void percentiles(ObjectNode json, LatencyHistogram histogram) {
        json.put("p50", histogram.percentile(0.5)).put("p99", histogram.percentile(0.99));
        json.put("max", histogram.percentile(1.0));
    }
}
