package org.chasqui.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * message makes a conversation too. Through an API that knows no templates it sends texts, to a thousand people who have written.
 * For several threads.
 */
final class Customer {
    /** Numbers that end so that the sandbox does nothing special with them, see docs/sandbox.md. */
    private static final long FIRST_PERSON = 10_000_000;

    /** People who have written, for APIs that need them to have: so many that Meta's limit for one person does not count. */
    private static final int REGULARS = 5_000;

    private static final String WAMID = "wamid.";

    private static final AtomicLong PEOPLE = new AtomicLong();

    private final Gateway gateway;
    private final ApacheCall call;
    private final Through through;
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();
    private final boolean idempotencyKeys;
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder withWamid = new LongAdder();
    private final Map<String, AtomicLong> failures = new ConcurrentHashMap<>();

    Customer(Gateway gateway, ApacheCall call, boolean idempotencyKeys) {
        this(gateway, call, idempotencyKeys, Through.CHASQUI);
    }

    /** @param through the API that it speaks */
    Customer(Gateway gateway, ApacheCall call, boolean idempotencyKeys, Through through) {
        this.through = through;
        this.gateway = gateway;
        this.call = call;
        this.idempotencyKeys = idempotencyKeys;
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
        prepare(account);
    }

    /** Makes the keys that the API takes, for an account that is connected. */
    void prepare(Sandbox.Account account) {
        var api = new Rest(gateway.url() + "/api/v1", gateway.key());
        if (through != Through.CHASQUI) {
            // A dialect finds a template by its name alone, among those that are known.
            api.post("/whatsapp/templates/sync", null);
        }
        var kind = through.keyKind();
        for (var number : account.numbers()) {
            addresses.put(number, URI.create(gateway.url() + through.path(number)));
            keys.put(number, kind == null ? gateway.key() : key(api, kind, number));
        }
    }

    private static String key(Rest api, String kind, String number) {
        var wish = Json.object().put("name", "Bench").put("kind", kind).put("phone_number_id", number);
        wish.putArray("scopes").add("*");
        return api.post("/keys", wish).get("key").asText();
    }

    /** Opens the service windows that the API needs. */
    void openWindows(Sandbox sandbox, Sandbox.Account account) {
        if (through.needsOpenWindow()) {
            for (int person = 0; person < REGULARS; person++) {
                sandbox.write(numberOf(account, person), regular(person), "Hello");
            }
        }
    }

    private static String numberOf(Sandbox.Account account, long index) {
        return account.numbers().get((int) (index % account.numbers().size()));
    }

    private static String regular(long person) {
        return "4916" + (FIRST_PERSON + person % REGULARS);
    }

    /** Sends one message to the next person, by the number whose turn it is; what the answer was is kept. */
    void send(Sandbox.Account account, long index) {
        if (through.needsOpenWindow()) {
            // Whoever has written has written to one number.
            long person = index % REGULARS;
            send(numberOf(account, person), regular(person), PEOPLE.getAndIncrement());
        } else {
            long person = PEOPLE.getAndIncrement();
            send(numberOf(account, index), "4915" + (FIRST_PERSON + person % 80_000_000), person);
        }
    }

    private void send(String number, String to, long serial) {
        var json = through.body(number, to).getBytes(StandardCharsets.UTF_8);
        var key = keys.getOrDefault(number, "");
        var headers = new ArrayList<>(through.headers(key));
        if (idempotencyKeys) {
            headers.addAll(List.of("Idempotency-Key", "bench-" + serial));
        }
        try {
            var answer = call.post(addresses.getOrDefault(number, gateway.url()), key, json, headers);
            if (answer.status() / 100 == 2) {
                accepted.increment();
                keep(through.reference(Json.read(answer.body())));
            } else {
                failed("HTTP " + answer.status());
            }
        } catch (IOException | RuntimeException noAnswer) {
            failed(noAnswer.getClass().getSimpleName());
        }
    }

    private void keep(String reference) {
        acknowledged.add(reference);
        if (reference.startsWith(WAMID)) {
            withWamid.increment();
        }
    }

    private void failed(String how) {
        failures.computeIfAbsent(how, unused -> new AtomicLong()).incrementAndGet();
    }

    /** How many messages were accepted. */
    long accepted() {
        return accepted.sum();
    }

    /** How many answers had Meta's id of the message. */
    long withWamid() {
        return withWamid.sum();
    }

    /** Our ids of the messages that were accepted, by whatever name the answers called them. */
    Collection<String> acknowledged(Database database) {
        return through == Through.CHASQUI ? acknowledged : database.ours(acknowledged);
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
        withWamid.reset();
        failures.clear();
    }
}
