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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promise of the product: the running gateway is killed with -9 in the middle of 2,000 messages, and of a campaign
 * beside them, and started again. Meta, which is the sandbox of another process and lives on, is asked what it got: no accepted message is lost, none
 * was posted twice unless that is recorded, every status is merged, and the counts equal the rows.
 */
@ExtendWith(SharedProduct.class)
class KillUnderLoadIT {
    private static final int MESSAGES = 2_000;
    private static final int CLIENTS = 16;
    private static final int KILL_AFTER_POSTS = 500;
    /** These are not sent before the kill, however late this machine notices that it is time. */
    private static final int AFTER_KILL = 300;

    private static final int PEOPLE = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Meta meta;

    KillUnderLoadIT(Product shared) {
        this.meta = new Meta(shared);
    }

    @Test
    void nothingIsLostAndNothingIsPostedTwice() throws Exception {
        // The campaign has a number of its own, so that the load does not push it behind the kill.
        var account = meta.newAccount("Kill test", "HIGH", "STANDARD");
        var number = account.at("/numbers/0/id").asText();
        var campaigner = account.at("/numbers/1/id").asText();
        try (var gateway = gateway().start().awaitReady()) {
            var api = Api.of(gateway);
            connect(api, account, number);
            connect(api, account, campaigner);
            var campaign = draw(api, campaigner);
            InnerAddresses.areRefusedBy(api);
            // Answers take a moment, so that many calls are on the wire when the process dies.
            meta.control()
                    .put("/behaviours/" + number, "{\"scenario\":\"slow\",\"answer_after\":150}")
                    .ok();

            var acknowledged = new ConcurrentHashMap<Integer, String>();
            var crowd = Executors.newFixedThreadPool(CLIENTS);
            var killed = new CountDownLatch(1);
            IntStream.range(0, MESSAGES)
                    .forEach(i -> crowd.execute(() -> {
                        if (i >= MESSAGES - AFTER_KILL) {
                            await(killed);
                        }
                        tryToSend(api, number, i, acknowledged);
                    }));
            crowd.shutdown();
            api.post("/whatsapp/campaigns/" + campaign + "/launch", null).ok();
            awaitPosts(account, KILL_AFTER_POSTS);
            gateway.kill9();
            killed.countDown();
            int before = acknowledged.size();
            assertThat(crowd.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
            assertThat(before).as("the kill came in the middle").isBetween(KILL_AFTER_POSTS / 2, MESSAGES - 1);

            gateway.restart().awaitReady();
            // Who got no answer asks again with the same idempotency key, as the documentation says.
            sendTheRest(api, number, acknowledged);

            assertThat(new HashSet<>(acknowledged.values())).as("distinct ids").hasSize(MESSAGES);
            awaitFinished(api, campaign);
            var books = new Books(gateway.databaseUrl(), gateway.secret("database.password"));
            books.awaitQuiet(PATIENCE);
            // What was marked as about to be posted and never was, at most what one process can have on the wire.
            var all = new HashSet<>(acknowledged.values());
            all.addAll(invited(api, campaign));
            assertThat(all).as("everybody of the campaign has one message").hasSize(MESSAGES + PEOPLE);
            books.check(meta.ledger(account.get("id").asText()), all, 128);
            countsWhatItsRowsSay(api, books, campaign);
        }
    }

    private Product gateway() {
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

    private void connect(Api api, JsonNode account, String number) {
        api.post(
                        "/whatsapp/onboarding/manual",
                        "{\"waba_id\":\"%s\",\"phone_number_id\":\"%s\",\"access_token\":\"%s\"}"
                                .formatted(account.get("id").asText(), number, meta.credential("token")))
                .ok();
    }

    private static String person(int i) {
        return "+4915" + (10_000_000 + i);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tryToSend(Api api, String number, int i, Map<Integer, String> acknowledged) {
        try {
            var answer = api.with("Idempotency-Key", "kill-" + i)
                    .trySend("POST", "/whatsapp/messages/template", Sending.template(number, person(i)));
            if (answer.status() == 200) {
                acknowledged.put(i, answer.json().get("id").asText());
            }
        } catch (IOException killed) {
            // This caller does not know whether its message was accepted.
        }
    }

    private static void sendTheRest(Api api, String number, Map<Integer, String> acknowledged) {
        for (int i = 0; i < MESSAGES; i++) {
            int index = i;
            Api.await("message " + i + " accepted", Duration.ofSeconds(90), () -> {
                if (!acknowledged.containsKey(index)) {
                    tryToSend(api, number, index, acknowledged);
                }
                return Optional.ofNullable(acknowledged.get(index));
            });
        }
    }

    private static String draw(Api api, String number) {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "{\"to\":\"+4916" + (10_000_000 + i) + "\",\"variables\":{\"1\":\"Ana\"}}")
                .collect(Collectors.joining(","));
        var body = "{\"name\":\"Killed\",\"template\":\"hello_chasqui\",\"phone_number_id\":\"" + number
                + "\",\"recipients\":[" + people + "]}";
        return Api.await("the templates of the account", () -> {
            var answer = api.post("/whatsapp/campaigns", body);
            return answer.status() == 404
                    ? Optional.empty()
                    : Optional.of(answer.ok().get("id").asText());
        });
    }

    private static void awaitFinished(Api api, String campaign) {
        Api.await(
                "the end of the campaign",
                PATIENCE,
                () -> Optional.of(api.get("/whatsapp/campaigns/" + campaign).ok())
                        .filter(one -> one.get("status").asText().equals("finished")));
    }

    /** The ids of the messages to everybody who was on the list. */
    private static Set<String> invited(Api api, String campaign) {
        var ids = new HashSet<String>();
        api.get("/whatsapp/campaigns/" + campaign + "/recipients/export")
                .text()
                .lines()
                .skip(1)
                .forEach(line -> ids.add(line.split(",")[8]));
        return ids;
    }

    private static void countsWhatItsRowsSay(Api api, Books books, String campaign) {
        var counts = api.get("/whatsapp/campaigns/" + campaign).ok().get("counts");
        assertThat(counts.get("total").asInt()).isEqualTo(PEOPLE);
        assertThat(counts.get("read").asInt() + counts.get("uncertain").asInt())
                .as("read, or on the wire when it died: %s", counts)
                .isEqualTo(PEOPLE);
        assertThat(counts.get("read").asLong())
                .isEqualTo(books.number(
                        "select count(*) from msg_message where campaign_id = '" + campaign + "' and status = 5"));
    }

    private void awaitPosts(JsonNode account, int posts) {
        Api.await(
                posts + " posts",
                PATIENCE,
                () -> meta.ledger(account.get("id").asText()).size() >= posts ? Optional.of(true) : Optional.empty());
    }
}
