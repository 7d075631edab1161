package org.chasqui.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control side of the sandbox that plays Meta: what really arrived there. */
final class Sandbox {
    /** How long the sandbox lets a status wait after it has taken a message, milliseconds. */
    static final int SENT_AFTER = 100;

    static final int DELIVERED_AFTER = 400;
    static final int READ_AFTER = 1_000;

    private final Gateway host;
    private final String token;
    private final Rest control;

    Sandbox(Gateway host) {
        this.host = host;
        this.token = host.data().credentials().getProperty("token");
        this.control = new Rest(host.url() + "/sandbox/control", token);
    }

    /** An account and its numbers (Meta's ids). */
    record Account(String id, List<String> numbers) {}

    /**
     * A new account without pair limit.
     *
     * @param callback "default", or null for an account without webhooks
     */
    Account newAccount(String name, String throughput, int numbers, @Nullable String callback, int webhookBatch) {
        var body = Json.object().put("name", name).put("pair_limit", false).put("webhook_batch", webhookBatch);
        body.put("callback", callback);
        body.putObject("delays")
                .put("sent", SENT_AFTER)
                .put("delivered", DELIVERED_AFTER)
                .put("read", READ_AFTER);
        var list = body.putArray("numbers");
        for (int i = 0; i < numbers; i++) {
            list.addObject().put("throughput", throughput);
        }
        var account = control.post("/wabas", body);
        var ids = new ArrayList<String>();
        account.get("numbers").forEach(number -> ids.add(number.get("id").asText()));
        return new Account(account.get("id").asText(), ids);
    }

    /** Lets callers of a number wait this many milliseconds for an answer; 0 for none. Forgotten with the process. */
    void answerAfter(String number, int millis) {
        if (millis == 0) {
            control.delete("/behaviours/" + number);
        } else {
            control.put(
                    "/behaviours/" + number,
                    Json.object().put("scenario", "slow").put("answer_after", millis));
        }
    }

    /**
     * Has a number's next messages go wrong. Forgotten with the process.
     *
     * @param code Meta's, for the scenarios {@code refused} and {@code failed}; 0 for the others
     * @param times how many
     */
    void misbehave(String number, String scenario, int code, int times) {
        var behaviour = Json.object().put("scenario", scenario).put("times", times);
        if (code != 0) {
            behaviour.put("code", code);
        }
        control.put("/behaviours/" + number, behaviour);
    }

    /** Meta raises or lowers the messages per second of a number: {@code STANDARD} or {@code HIGH}. */
    void throughput(String number, String level) {
        control.patch("/numbers/" + number, Json.object().put("throughput", level));
    }

    /** A person writes to a number. */
    void write(String number, String person, String text) {
        control.post(
                "/numbers/" + number + "/people/" + person + "/messages",
                Json.object().put("text", text));
    }

    /**
     * Counts since the process began or was {@linkplain #reset reset}.
     *
     * @param accepted POSTs that it took
     * @param refused POSTs that it refused
     * @param webhooks updates that were answered with 200
     * @param retried updates that had to be delivered again
     * @param webhookP50 microseconds until a webhook was answered
     */
    record Counts(
            long accepted,
            long refused,
            long webhooks,
            long webhookPosts,
            long pending,
            long retried,
            long webhookP50,
            long webhookP99,
            long webhookMax) {}

    /** How many POSTs it refused with a code of Meta's. */
    long refused(int code) {
        return control.get("/stats").at("/refused/" + code).asLong();
    }

    Counts counts() {
        var stats = control.get("/stats");
        var webhooks = stats.get("webhooks");
        long refused = 0;
        for (var count : stats.get("refused")) {
            refused += count.asLong();
        }
        return new Counts(
                stats.get("accepted").asLong(),
                refused,
                webhooks.get("acknowledged").asLong(),
                webhooks.get("posts").asLong(),
                webhooks.get("pending").asLong(),
                webhooks.get("retried").asLong(),
                webhooks.at("/ack_us/p50").asLong(),
                webhooks.at("/ack_us/p99").asLong(),
                webhooks.at("/ack_us/max").asLong());
    }

    /** How often each of our messages was taken, by the id that we gave it. */
    Map<String, Integer> posts(Account account) {
        var posts = new HashMap<String, Integer>();
        try (var lines = control.lines("/ledger?waba=" + account.id())) {
            lines.forEach(line -> {
                JsonNode entry = Json.read(line.getBytes(StandardCharsets.UTF_8));
                if (entry.hasNonNull("opaque")) {
                    var mark = entry.get("opaque").asText();
                    posts.merge(
                            mark.substring(0, mark.indexOf('.')),
                            entry.get("posts").asInt(),
                            Integer::sum);
                }
            });
        }
        return posts;
    }

    /** Forgets messages, ledger, counts and behaviours; accounts stay. */
    void reset() {
        control.post("/reset", null);
    }

    /** Where messages of a number are posted. */
    String messagesAddress(String number) {
        return host.url() + "/sandbox/graph/v24.0/" + number + "/messages";
    }

    /** The token that Graph takes. */
    String token() {
        return token;
    }
}
