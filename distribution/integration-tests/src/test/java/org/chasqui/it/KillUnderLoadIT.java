package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promise of the product: the running gateway is killed with -9 in the middle of 2,000 messages, and of a campaign
 * beside them, and started again. Meta, which is the sandbox of another process and lives on, is asked what it got: no accepted
 * message is lost, none was posted twice unless that is recorded, every status is merged, and the counts equal the rows. The
 * tests tell one story, in order: its first start is broken off, its last stop is an orderly one.
 */
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class KillUnderLoadIT {
    private static final int MESSAGES = 2_000;
    private static final int CLIENTS = 16;
    private static final int KILL_AFTER_POSTS = 500;
    /** These are not sent before the kill, however late this machine notices that it is time. */
    private static final int AFTER_KILL = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int SIGTERM_EXIT = 143;

    private final Meta meta;
    private final Product gateway;
    private final Api api;

    /** Ids of the accepted messages, by the person that they went to. */
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    private JsonNode account;
    private String number;
    private KilledCampaign campaign;

    KillUnderLoadIT(Product shared) {
        this.meta = new Meta(shared);
        this.gateway = gateway(meta);
        this.api = Api.of(gateway);
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

    @AfterAll
    void end() {
        gateway.close();
    }

    @Test
    @Order(1)
    void stopWhileItStartsLeavesNoProcess() {
        gateway.start().awaitOutput("server ready");
        gateway.stop();
        assertThat(gateway.output()).doesNotContain("\tat ").doesNotContain("cannot start");
        assertThat(gateway.databaseProcesses()).isEmpty();
    }

    @Test
    @Order(2)
    void itIsKilledUnderLoadAndStartsAgain() throws Exception {
        gateway.start().awaitFirstYes().awaitReady();
        InnerAddresses.areRefusedBy(api);
        // The campaign has a number of its own, so that the load does not push it behind the kill.
        account = meta.newAccount("Kill test", "HIGH", "STANDARD");
        number = connect(0);
        campaign = new KilledCampaign(api, connect(1));
        // Answers take a moment, so that many calls are on the wire when the process dies.
        meta.control()
                .put("/behaviours/" + number, "{\"scenario\":\"slow\",\"answer_after\":150}")
                .ok();

        var killed = new CountDownLatch(1);
        var crowd = crowd(person -> {
            if (person >= MESSAGES - AFTER_KILL) {
                await(killed);
            }
            tryToSend(person);
        });
        campaign.launch();
        campaign.pausesWhileOthersSend(acknowledged::size, MESSAGES - AFTER_KILL);
        awaitPosts(KILL_AFTER_POSTS);
        gateway.kill9();
        killed.countDown();
        int before = acknowledged.size();
        assertThat(crowd.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        assertThat(before).as("the kill came in the middle").isBetween(KILL_AFTER_POSTS / 2, MESSAGES - 1);

        gateway.restart().awaitFirstYes().awaitReady();
    }

    @Test
    @Order(3)
    void nothingIsLostAndNothingIsPostedTwice() throws Exception {
        // Who got no answer asks again with the same idempotency key, as the documentation says.
        assertThat(crowd(this::sendUntilAccepted).awaitTermination(120, TimeUnit.SECONDS))
                .isTrue();

        assertThat(new HashSet<>(acknowledged.values())).as("distinct ids").hasSize(MESSAGES);
        campaign.awaitFinished(PATIENCE);
        var books = Books.of(gateway);
        books.awaitQuiet(PATIENCE);
        // What was marked as about to be posted and never was, at most what one process can have on the wire.
        var all = new HashSet<>(acknowledged.values());
        all.addAll(campaign.messages());
        assertThat(all).as("everybody of the campaign has one message").hasSize(MESSAGES + KilledCampaign.PEOPLE);
        books.check(meta.ledger(account.get("id").asText()), all, 128);
        campaign.countsWhatItsRowsSay(books);
    }

    @Test
    @Order(4)
    void anOrderlyStopLeavesNoProcess() {
        assertThat(gateway.stop()).isEqualTo(SIGTERM_EXIT);
        assertThat(gateway.output()).contains("stopped").doesNotContain("not in order");
        assertThat(gateway.databaseProcesses()).isEmpty();
        assertThat(gateway.dataFolder().resolve("database/postmaster.pid")).doesNotExist();
    }

    /** Connects one of the account's numbers; answers its id. */
    private String connect(int index) {
        var id = account.at("/numbers/" + index + "/id").asText();
        api.post(
                        "/whatsapp/onboarding/manual",
                        "{\"waba_id\":\"%s\",\"phone_number_id\":\"%s\",\"access_token\":\"%s\"}"
                                .formatted(account.get("id").asText(), id, meta.credential("token")))
                .ok();
        return id;
    }

    /** Does something for each person, many at a time. */
    private static ExecutorService crowd(IntConsumer work) {
        var crowd = Executors.newFixedThreadPool(CLIENTS);
        IntStream.range(0, MESSAGES).forEach(person -> crowd.execute(() -> work.accept(person)));
        crowd.shutdown();
        return crowd;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendUntilAccepted(int person) {
        Api.await("message " + person + " accepted", Duration.ofSeconds(90), () -> {
            if (!acknowledged.containsKey(person)) {
                tryToSend(person);
            }
            return Optional.ofNullable(acknowledged.get(person));
        });
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

    private void awaitPosts(int posts) {
        Api.await(
                posts + " posts",
                PATIENCE,
                () -> meta.ledger(account.get("id").asText()).size() >= posts ? Optional.of(true) : Optional.empty());
    }
}
