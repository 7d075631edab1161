package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the lines of {@code docs/deployment.md} as they stand there; only hosts, ports and secrets are put in, and where
 * Meta is: the sandbox of another product. Two nodes on an unmodified server share one database and one broker, and so the
 * work. The tests tell one story, in order.
 */
@ExtendWith({ExternalServers.class, SharedProduct.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PlainDeploymentIT {
    private static final String KEY = "cm_plain-0123456789-0123456789-0123456789";
    private static final int NUMBERS = 6;
    private static final int SHARED_MESSAGES = 400;
    private static final int MESSAGES_AROUND_KILL = 300;
    private static final int MESSAGES_AROUND_BREAK = 100;
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final int CONNECTIONS_OF_SECOND = 24;

    private final Meta meta;
    private final Path folder = Path.of(System.getProperty("chasqui.it.folder"), "plain");
    private final PlainNode first = new PlainNode(folder, "node 1", "8080");
    private final PlainNode second = new PlainNode(folder, "node 2", "8081");
    private final List<String> numbers = new ArrayList<>();

    /** Ids of the accepted messages, by the person that they went to. */
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    /** How many persons were written to, or tried to. */
    private int persons;

    private String environment;
    private Books books;
    private JsonNode account;
    private Subscription subscription;

    PlainDeploymentIT(Product shared) {
        meta = new Meta(shared);
    }

    @BeforeAll
    void boot() throws Exception {
        Product.deleteTree(folder);
        Files.createDirectories(folder);
        link(Path.of(System.getProperty("payara.micro")));
        link(Product.repository().resolve("distribution/rar/target/chasqui-jms.rar"));
        link(Product.repository().resolve("webapp/target/chasqui.war"));
        environment = environment();
        first.start(environment);
        second.start(environmentOfSecond());
        first.awaitReady();
        second.awaitReady();
        books = new Books(
                "jdbc:postgresql://" + ExternalServers.databaseAddress() + "/chasqui",
                ExternalServers.DATABASE_PASSWORD);
        connect();
        subscription = new Subscription(first.api(KEY), "message.accepted");
    }

    @AfterAll
    void stop() throws Exception {
        subscription.receiver().close();
        try (first;
                second) {
            // Whatever still runs is stopped.
        }
    }

    private void link(Path file) throws IOException {
        assertThat(file).exists();
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
    }

    private String environment() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return ExternalServers.documented("environment")
                        .replace("https://chasqui.example.org", first.baseUrl())
                        .replace("db.example.org:5432", ExternalServers.databaseAddress())
                        .replace("mq.example.org:61616", ExternalServers.brokerAddress())
                        .replace("change-me-database", ExternalServers.DATABASE_PASSWORD)
                        .replace("change-me-broker", ExternalServers.BROKER_PASSWORD)
                        .replace("change-me-app-id", meta.credential("app-id"))
                        .replace("change-me-app-secret", meta.credential("app-secret"))
                        .replace("change-me-verify-token", meta.credential("verify-token"))
                        .replace("change-me-encryption-key", Base64.getEncoder().encodeToString(key))
                + "export CHASQUI_GRAPH_URL=" + meta.graphUrl() + "\n"
                // The webhooks of the sandbox's app go to the sandbox's own product.
                + "export CHASQUI_META_CALLBACK_OVERRIDE=true\n"
                // The customer's server of this test is on this machine.
                + "export CHASQUI_WEBHOOKS_ALLOW_INSECURE=true\n"
                + "export CHASQUI_BOOTSTRAP_API_KEY=" + KEY + "\n";
    }

    private String environmentOfSecond() {
        return environment + "export CHASQUI_DISPATCH_CONNECTIONS=" + CONNECTIONS_OF_SECOND + "\n";
    }

    private void connect() {
        account = meta.newAccount(
                "Two nodes", Collections.nCopies(NUMBERS, "HIGH").toArray(String[]::new));
        for (var number : account.get("numbers")) {
            numbers.add(number.get("id").asText());
        }
        assertThat(numbers).hasSize(NUMBERS);
        first.api(KEY)
                .post(
                        "/whatsapp/onboarding/manual",
                        "{\"waba_id\":\"%s\",\"access_token\":\"%s\"}"
                                .formatted(account.get("id").asText(), meta.credential("token")))
                .ok();
    }

    @Test
    @Order(1)
    void bothNodesSendAndNothingIsLostOrDoubled() throws Exception {
        int begun = awaitWorkOfBoth();

        awaitSent(sendInCrowd(begun, begun + SHARED_MESSAGES));
        persons = begun + SHARED_MESSAGES;
        assertThat(acknowledged).hasSize(persons);
        books.awaitQuiet(PATIENCE);
        books.check(ledger(), acknowledged.values(), 0);
        assertThat(workers()).containsExactlyInAnyOrder(first.name(), second.name());
    }

    @Test
    @Order(2)
    void oneNodeFinishesWhatTheOtherLeavesThatIsKilledUnderLoad() throws Exception {
        slowDown();
        var victim = second.name();
        int before = acknowledged.size();
        var next = new AtomicInteger(before);
        var ended = new AtomicBoolean();
        var crowd = sendUntil(ended, next, this::sendToEither);
        await(
                "a busy second node",
                () -> acknowledged.size() > before + MESSAGES_AROUND_KILL
                        && number("select count(*) from msg_queue where state = 1 and node = '%s'", victim)
                                >= CONNECTIONS_OF_SECOND / 2);
        second.kill9();
        int killedAt = acknowledged.size();
        assertThat(number("select count(*) from msg_lease where node = '%s' and until > now()", victim))
                .as("leases of the killed node")
                .isPositive();
        await("work after the kill", () -> acknowledged.size() > killedAt + MESSAGES_AROUND_KILL);
        ended.set(true);
        awaitSent(crowd);
        persons = next.get();

        // What the second had claimed and not posted is uncertain, all else is sent by the first.
        books.awaitQuiet(PATIENCE);
        assertThat(number("select count(*) from msg_lease where node = '%s' and until > now()", victim))
                .as("leases of the killed node")
                .isZero();
        var uncertain = books.uncertain();
        assertThat(uncertain).as("claimed and not posted").hasSizeLessThanOrEqualTo(CONNECTIONS_OF_SECOND);
        assertThat(uncertain)
                .isEqualTo(books.ids("select message_id::text from msg_queue where state = 2 and reason = 'node_lost'"))
                .isEqualTo(books.ids("select id::text from msg_message where status = 8 and error_details is not null"))
                .doesNotContainAnyElementsOf(posted());
        var settled = new HashSet<>(uncertain);
        settled.addAll(books.ids("select id::text from msg_message where status = 5"));
        assertThat(settled).as("read or uncertain").containsAll(acknowledged.values());

        // Its in-flight file proves what was never posted.
        second.start(environmentOfSecond()).awaitReady();
        sendTheRest();
        books.awaitQuiet(PATIENCE);
        books.check(ledger(), acknowledged.values(), CONNECTIONS_OF_SECOND);
        assertThat(uncertain).as("what was uncertain for nothing was sent").containsAll(books.uncertain());
    }

    /** The timers of the server work, or nobody would write it: neither node was stopped in order so far. */
    @Test
    @Order(3)
    void theUseOfAKeyIsWrittenDownWhileTheNodeRuns() {
        Api.await(
                "last use of the key",
                () -> Optional.of(books.number("select count(*) from plt_api_key where last_used_at is not null"))
                        .filter(written -> written == 1));
    }

    @Test
    @Order(4)
    void everyEventHasReachedTheCustomerWhicheverNodeDied() {
        var told = books.ids("select id::text from msg_event where type = 'message.accepted'");
        assertThat(told).hasSizeGreaterThan(SHARED_MESSAGES);
        var receiver = subscription.receiver();

        await("all events taken", () -> receiver.takenIds().containsAll(told));

        assertThat(receiver.calls()).as("signed").allMatch(Receiver.Call::isVerified);
        assertThat(receiver.takenIds()).as("nothing else").isSubsetOf(told);
        long twice = receiver.calls().size() - told.size();
        assertThat(twice).as("repeated after the kill").isBetween(0L, 100L);
    }

    @Test
    @Order(5)
    void whatIsAcknowledgedSurvivesTheLossOfTheBrokerAndACrashOfTheDatabase() throws Exception {
        var next = new AtomicInteger(persons);
        var ended = new AtomicBoolean();
        var crowd = sendUntil(ended, next, this::sendUntilAccepted);
        awaitMoreAccepted("before anything breaks");

        ExternalServers.running().stopBroker();
        awaitMoreAccepted("without a broker");
        ExternalServers.running().startBroker();
        awaitMoreAccepted("with the broker back");
        ExternalServers.running().crashDatabase();
        Api.await(
                "a node that says that it is not ready", () -> first.isReady() ? Optional.empty() : Optional.of(true));
        ExternalServers.running().startDatabase();
        awaitMoreAccepted("with the database back");
        ended.set(true);
        awaitSent(crowd);
        persons = next.get();
        assertThat(acknowledged).as("each caller was answered at last").hasSize(persons);

        books.awaitQuiet(PATIENCE);
        books.check(ledger(), acknowledged.values(), CONNECTIONS_OF_SECOND);
        await("both nodes ready", () -> first.isReady() && second.isReady());
    }

    private void awaitMoreAccepted(String when) {
        int before = acknowledged.size();
        await("messages accepted " + when, () -> acknowledged.size() >= before + MESSAGES_AROUND_BREAK);
    }

    @Test
    @Order(6)
    void oneNodeGoesOnWhenTheOtherIsStopped() throws Exception {
        assertThat(first.stop()).as(first.output()).isIn(0, 143);
        await("the other goes on", second::isReady);

        second.api(KEY)
                .post("/whatsapp/webhooks/" + subscription.id() + "/test", null)
                .ok();
        await(
                "the test event from the other",
                () -> subscription.receiver().calls().stream()
                        .anyMatch(call -> call.type().equals("webhook.test")));
        // The attempt is written once the receiver has answered.
        var other = second.name();
        await(
                "its attempt",
                () -> books.ids("select distinct node from msg_delivery_attempt")
                        .contains(other));
    }

    /**
     * Sends one message from each number, again and again until both nodes have sent some; answers how many that took.
     * The broker gives the numbers to the nodes by turns, but while a node is still cold the other may be quicker to
     * find what waits, and then it keeps the number as long as there is work.
     */
    private int awaitWorkOfBoth() throws IOException {
        var names = Set.of(first.name(), second.name());
        for (int i = 0; !workers().equals(names); i += NUMBERS) {
            assertThat(i).as("messages of which one node sent all").isLessThan(20 * NUMBERS);
            await("numbers at rest", "select count(*) from msg_lease where until > now()", 0);
            for (int number = 0; number < NUMBERS; number++) {
                assertThat(send(first, i + number)).isTrue();
            }
            await("all sent", "select count(*) from msg_attempt", i + NUMBERS);
        }
        return acknowledged.size();
    }

    private void await(String what, String sql, long wanted) {
        Api.await(what, PATIENCE, () -> Optional.of(books.number(sql)).filter(found -> found == wanted));
    }

    private static void await(String what, BooleanSupplier condition) {
        Api.await(what, PATIENCE, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Answers take a moment, so that calls are on the wire when the process dies. */
    private void slowDown() {
        for (var number : numbers) {
            meta.control()
                    .put("/behaviours/" + number, "{\"scenario\":\"slow\",\"answer_after\":300}")
                    .ok();
        }
    }

    /** Sends to these persons from many threads, to both nodes by turns. */
    private ExecutorService sendInCrowd(int from, int to) {
        var crowd = Executors.newFixedThreadPool(CLIENTS);
        IntStream.range(from, to).forEach(i -> crowd.execute(() -> sendToEither(i)));
        crowd.shutdown();
        return crowd;
    }

    /** As {@link #sendInCrowd}, for as long as nobody ends it: how many that takes depends on the machine. */
    private ExecutorService sendUntil(AtomicBoolean ended, AtomicInteger next, IntConsumer send) {
        var crowd = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            crowd.execute(() -> {
                while (!ended.get()) {
                    send.accept(next.getAndIncrement());
                }
            });
        }
        crowd.shutdown();
        return crowd;
    }

    /** As a careful client does: again, with the same idempotency key, until it is told that the message is accepted. */
    private void sendUntilAccepted(int i) {
        Api.await("message " + i + " accepted", PATIENCE, () -> {
            sendToEither(i);
            return acknowledged.containsKey(i) ? Optional.of(true) : Optional.empty();
        });
    }

    /** As behind a load balancer: who finds a node gone asks the other, with the same idempotency key. */
    private void sendToEither(int i) {
        boolean isEven = i / NUMBERS % 2 == 0;
        if (!send(isEven ? first : second, i)) {
            send(isEven ? second : first, i);
        }
    }

    private static void awaitSent(ExecutorService crowd) throws InterruptedException {
        assertThat(crowd.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("all were sent")
                .isTrue();
    }

    private boolean send(PlainNode node, int i) {
        try {
            var answer = node.api(KEY)
                    .with("Idempotency-Key", "plain-" + i)
                    .trySend(
                            "POST",
                            "/whatsapp/messages/template",
                            Sending.template(numbers.get(i % NUMBERS), "+4916" + (10_000_000 + i)));
            if (answer.status() == 200) {
                acknowledged.put(i, answer.json().get("id").asText());
            }
            return answer.status() == 200;
        } catch (IOException killed) {
            // This caller does not know whether its message was accepted.
            return false;
        }
    }

    /** Who got no answer asks again; a request that died with its node holds its idempotency key for a few seconds. */
    private void sendTheRest() {
        for (int i = 0; i < persons; i++) {
            int index = i;
            Api.await(
                    "message " + i + " accepted",
                    PATIENCE,
                    () -> acknowledged.containsKey(index) || send(first, index) ? Optional.of(true) : Optional.empty());
        }
    }

    private Set<String> workers() {
        return books.ids("select distinct node from msg_attempt");
    }

    private long number(String sql, String value) {
        return books.number(sql.formatted(value));
    }

    private Map<String, Integer> ledger() {
        return meta.ledger(account.get("id").asText());
    }

    private Set<String> posted() {
        var ids = new HashSet<String>();
        ledger().keySet().forEach(mark -> ids.add(mark.substring(0, mark.indexOf('.'))));
        return ids;
    }
}
