package org.chasqui.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A customer's program: connects an account and sends templates, each to another person, which is the dearest case: every
 * message makes a conversation too. For several threads.
 */
final class Customer {
    /** Numbers that end so that the sandbox does nothing special with them, see docs/sandbox.md. */
    private static final long FIRST_PERSON = 10_000_000;

    private static final AtomicLong PEOPLE = new AtomicLong();

    private final Gateway gateway;
    private final ApacheCall call;
    private final URI address;
    private final boolean idempotencyKeys;
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final LongAdder accepted = new LongAdder();
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();

    Customer(Gateway gateway, ApacheCall call, boolean idempotencyKeys) {
        this.gateway = gateway;
        this.call = call;
        this.idempotencyKeys = idempotencyKeys;
        this.address = URI.create(gateway.url() + "/api/v1/whatsapp/messages/template");
    }

    /** Connects every number of an account, as an administrator does. */
    void connect(Sandbox.Account account, String token) {
        var api = new Rest(gateway.url() + "/api/v1/whatsapp", gateway.key());
        for (var number : account.numbers()) {
            api.post(
                    "/onboarding/manual",
                    Json.object()
                            .put("waba_id", account.id())
                            .put("phone_number_id", number)
                            .put("access_token", token));
        }
    }

    /** Sends one message to the next person; what the answer was is kept. */
    void send(String number) {
        long person = PEOPLE.getAndIncrement();
        var body = "{\"phone_number_id\":\"" + number + "\",\"to\":\"+4915" + (FIRST_PERSON + person % 80_000_000)
                + "\",\"template\":\"hello_chasqui\",\"language\":\"en_US\",\"components\":[{\"type\":\"body\","
                + "\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]}";
        var json = body.getBytes(StandardCharsets.UTF_8);
        try {
            var answer = idempotencyKeys
                    ? call.post(address, gateway.key(), json, List.of("Idempotency-Key", "bench-" + person))
                    : call.post(address, gateway.key(), json);
            if (answer.status() / 100 == 2) {
                accepted.increment();
                acknowledged.add(Json.read(answer.body()).get("id").asText());
            } else {
                failed("HTTP " + answer.status());
            }
        } catch (IOException | RuntimeException noAnswer) {
            failed(noAnswer.getClass().getSimpleName());
        }
    }

    private void failed(String how) {
        failures.computeIfAbsent(how, unused -> new AtomicLong()).incrementAndGet();
    }

    /** How many messages were accepted. */
    long accepted() {
        return accepted.sum();
    }

    /** The ids of the messages that were accepted. */
    Collection<String> acknowledged() {
        return acknowledged;
    }

    /** What was not accepted, and how often. */
    Map<String, Long> failures() {
        var counts = new TreeMap<String, Long>();
        failures.forEach((how, count) -> counts.put(how, count.get()));
        return counts;
    }

    /** Forgets answers. */
    void clear() {
        acknowledged.clear();
        accepted.reset();
        failures.clear();
    }
}
