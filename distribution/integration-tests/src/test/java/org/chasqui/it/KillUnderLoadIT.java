package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promise of the product: the running gateway is killed with -9 while many callers send and a number is being
 * connected, and started again. Meta, which is the sandbox of another process and lives on, is asked what it got: no
 * accepted message is lost, none was posted twice unless that is recorded, every status is merged, and the counts equal
 * the rows. The tests tell one story, in order.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class KillUnderLoadIT {
    private static final int CLIENTS = 16;
    private static final int KILL_AFTER_POSTS = 800;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int SIGTERM_EXIT = 143;

    private final Product shared;
    private final Meta meta;
    private final Product gateway;
    private final Api api;

    /** Ids of the accepted messages, by the person that they went to. */
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    private final AtomicInteger next = new AtomicInteger();
    private JsonNode account;
    private String number;
    private HalfMade half;

    KillUnderLoadIT(Product shared) {
        this.shared = shared;
        this.meta = new Meta(shared);
        this.gateway = gateway(meta);
        this.api = Api.of(gateway);
    }

    @BeforeAll
    void boot() throws Exception {
        account = meta.newAccount("Kill test", "HIGH");
        number = account.at("/numbers/0/id").asText();
        gateway.start().awaitReady();
        connect();
        InnerAddresses.areRefusedBy(api);
        Kept.write(gateway);
    }

    @AfterAll
    void end() {
        gateway.close();
    }

    @Test
    @Order(1)
    void itIsKilledUnderLoadAndStartsAgain() throws Exception {
        // Answers take a moment, so that many calls are on the wire when the process dies.
        meta.control()
                .put("/behaviours/" + number, "{\"scenario\":\"slow\",\"answer_after\":150}")
                .ok();
        var crowd = sendUntilItDies();
        awaitPosts(KILL_AFTER_POSTS);
        half = HalfMade.begin(gateway, shared);

        gateway.kill9();
        assertThat(gateway.databaseProcesses()).as("the database outlived it").isNotEmpty();
        assertThat(crowd.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).as("the kill came in the middle").hasSizeBetween(KILL_AFTER_POSTS / 2, next.get() - 1);

        // The second start also shows that the newest JDK on this machine will do.
        newestJdk().ifPresent(gateway::onJdk);
        gateway.restart().awaitReady();
        assertThat(gateway.output()).contains("starts on Java " + gateway.javaVersion());
    }

    @Test
    @Order(2)
    void nothingIsLostAndNothingIsPostedTwice() {
        sendTheRest();

        assertThat(new HashSet<>(acknowledged.values())).as("distinct ids").hasSize(next.get());
        var books = Books.of(gateway);
        books.awaitQuiet(PATIENCE);
        // What was marked as about to be posted and never was, at most what one process can have on the wire.
        books.check(meta.ledger(account.get("id").asText()), acknowledged.values(), 128);
    }

    @Test
    @Order(3)
    void whatDatabaseAndBrokerHadIsThere() throws Exception {
        Kept.isThere(gateway);
    }

    @Test
    @Order(4)
    void theNumberThatWasBeingConnectedIsRegisteredOnce() {
        half.isFinishedOnce(gateway, shared);
    }

    @Test
    @Order(5)
    void anOrderlyStopLeavesNoProcess() {
        assertThat(gateway.stop()).isEqualTo(SIGTERM_EXIT);
        assertThat(gateway.output()).contains("stopped").doesNotContain("not in order");
        assertThat(gateway.databaseProcesses()).isEmpty();
        assertThat(gateway.dataFolder().resolve("database/postmaster.pid")).doesNotExist();
    }

    private static Product gateway(Meta meta) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Product.named("killed")
                .with("CHASQUI_GRAPH_URL", meta.graphUrl())
                .with("CHASQUI_META_APP_ID", meta.credential("app-id"))
                .with("CHASQUI_META_APP_SECRET", meta.credential("app-secret"))
                .with("CHASQUI_META_VERIFY_TOKEN", meta.credential("verify-token"))
                .with("CHASQUI_META_CALLBACK_OVERRIDE", "true")
                .with("CHASQUI_SANDBOX_ENABLED", "false")
                .with("CHASQUI_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(key))
                .with("CHASQUI_BOOTSTRAP_API_KEY", "cm_killed-0123456789-0123456789-0123456789")
                .with("CHASQUI_ADMIN_PASSWORD", "a long enough password");
    }

    private void connect() {
        api.post(
                        "/whatsapp/onboarding/manual",
                        "{\"waba_id\":\"%s\",\"phone_number_id\":\"%s\",\"access_token\":\"%s\"}"
                                .formatted(account.get("id").asText(), number, meta.credential("token")))
                .ok();
    }

    /** How many messages that are depends on the machine. */
    private ExecutorService sendUntilItDies() {
        var crowd = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            crowd.execute(() -> {
                int person;
                do {
                    person = next.getAndIncrement();
                    tryToSend(person);
                } while (acknowledged.containsKey(person));
            });
        }
        crowd.shutdown();
        return crowd;
    }

    private void tryToSend(int person) {
        try {
            var answer = api.with("Idempotency-Key", "kill-" + person)
                    .trySend(
                            "POST",
                            "/whatsapp/messages/template",
                            Sending.template(number, "+4915" + (10_000_000 + person)));
            if (answer.status() == 200) {
                acknowledged.put(person, answer.json().get("id").asText());
            }
        } catch (IOException killed) {
            // This caller does not know whether its message was accepted.
        }
    }

    /** Who got no answer asks again with the same idempotency key, as the documentation says. */
    private void sendTheRest() {
        for (int i = 0; i < next.get(); i++) {
            int person = i;
            Api.await("message " + i + " accepted", Duration.ofSeconds(90), () -> {
                if (!acknowledged.containsKey(person)) {
                    tryToSend(person);
                }
                return Optional.ofNullable(acknowledged.get(person));
            });
        }
    }

    private void awaitPosts(int posts) {
        Api.await(
                posts + " posts",
                PATIENCE,
                () -> meta.ledger(account.get("id").asText()).size() >= posts ? Optional.of(true) : Optional.empty());
    }

    private static Optional<Path> newestJdk() throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var homes = Files.list(folder)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .max(Comparator.comparingInt(Product::javaVersion))
                    .filter(home -> Product.javaVersion(home) >= 17);
        }
    }
}
