package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The promise of the product: the running gateway is killed with -9 in the middle of 2,000 messages and started again.
 * Meta, which is the sandbox of another process and lives on, is asked what it got: no accepted message is lost, none
 * was posted twice unless that is recorded, every status is merged, and the counts equal the rows.
 */
@ExtendWith(SharedProduct.class)
class KillUnderLoadIT {
    private static final int MESSAGES = 2_000;
    private static final int CLIENTS = 16;
    private static final int KILL_AFTER_POSTS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Meta meta;

    KillUnderLoadIT(Product shared) {
        this.meta = new Meta(shared);
    }

    @Test
    void nothingIsLostAndNothingIsPostedTwice() throws Exception {
        var account = meta.newAccount("Kill test", "HIGH");
        var number = account.at("/numbers/0/id").asText();
        try (var gateway = gateway().start().awaitReady()) {
            var api = Api.of(gateway);
            connect(api, account, number);
            // Answers take a moment, so that many calls are on the wire when the process dies.
            meta.control()
                    .put("/behaviours/" + number, "{\"scenario\":\"slow\",\"answer_after\":150}")
                    .ok();

            var acknowledged = new ConcurrentHashMap<Integer, String>();
            var crowd = Executors.newFixedThreadPool(CLIENTS);
            IntStream.range(0, MESSAGES).forEach(i -> crowd.execute(() -> tryToSend(api, number, i, acknowledged)));
            crowd.shutdown();
            awaitPosts(account, KILL_AFTER_POSTS);
            gateway.kill9();
            int before = acknowledged.size();
            assertThat(crowd.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
            assertThat(before).as("the kill came in the middle").isBetween(KILL_AFTER_POSTS / 2, MESSAGES - 1);

            gateway.restart().awaitReady();
            // Who got no answer asks again with the same idempotency key, as the documentation says.
            sendTheRest(api, number, acknowledged);

            assertThat(new HashSet<>(acknowledged.values())).as("distinct ids").hasSize(MESSAGES);
            awaitQuiet(gateway);
            check(gateway, account, acknowledged);
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

    private void awaitPosts(JsonNode account, int posts) {
        Api.await(
                posts + " posts",
                PATIENCE,
                () -> meta.ledger(account.get("id").asText()).size() >= posts ? Optional.of(true) : Optional.empty());
    }

    /** Nothing waits for sending, nothing waits for merging, and Meta has delivered every webhook. */
    private void awaitQuiet(Product gateway) {
        Api.await("an empty relay", PATIENCE, () -> {
            boolean queueEmpty = number(gateway, "select count(*) from msg_queue where state < 2") == 0;
            boolean inboxEmpty = number(gateway, "select count(*) from msg_webhook_inbox") == 0;
            boolean readAll = number(
                            gateway,
                            "select count(*) from msg_message where direction = 0 and wamid is not null and read_at is null")
                    == 0;
            return queueEmpty && inboxEmpty && readAll ? Optional.of(true) : Optional.empty();
        });
    }

    private void check(Product gateway, JsonNode account, Map<Integer, String> acknowledged) throws Exception {
        var posts = new HashMap<String, Integer>();
        meta.ledger(account.get("id").asText())
                .forEach((mark, count) -> posts.merge(mark.substring(0, mark.indexOf('.')), count, Integer::sum));
        var uncertain = ids(gateway, "select message_id::text from msg_queue where state = 2");
        var resent = ids(gateway, "select message_id::text from msg_attempt where resend");
        var stored = ids(gateway, "select id::text from msg_message where direction = 0");

        assertThat(stored)
                .as("no message is there that nobody sent")
                .containsExactlyInAnyOrderElementsOf(acknowledged.values());
        var lost = new HashSet<>(acknowledged.values());
        lost.removeAll(posts.keySet());
        lost.removeAll(uncertain);
        assertThat(lost).as("lost").isEmpty();
        var twice = new HashSet<String>();
        posts.forEach((id, count) -> {
            if (count > 1 && !resent.contains(id)) {
                twice.add(id);
            }
        });
        assertThat(twice).as("posted twice without a record").isEmpty();
        assertThat(posts.keySet()).as("no post of a message that is not stored").allMatch(stored::contains);
        assertThat(number(gateway, "select count(*) from msg_message where status = 5"))
                .as("read")
                .isEqualTo(posts.size());
        // What was marked as about to be posted and never was, at most what one process can have on the wire.
        assertThat(uncertain.size()).as("uncertain").isLessThanOrEqualTo(128);
        assertThat(uncertain).as("uncertain and posted").doesNotContainAnyElementsOf(posts.keySet());
        assertThat(rollups(gateway)).isEqualTo(rows(gateway));
    }

    private static String rollups(Product gateway) {
        return text(
                gateway,
                "select concat_ws(' ', sum(total), sum(accepted), sum(sent), sum(delivered), sum(read), sum(failed),"
                        + " sum(uncertain)) from ana_hour where direction = 0");
    }

    private static String rows(Product gateway) {
        return text(
                gateway,
                "select concat_ws(' ', count(*), count(accepted_at), count(sent_at), count(delivered_at),"
                        + " count(read_at), count(*) filter (where status = 7), count(*) filter (where status = 8))"
                        + " from msg_message where direction = 0");
    }

    private static Connection connection(Product gateway) throws Exception {
        return DriverManager.getConnection(gateway.databaseUrl(), "chasqui", gateway.secret("database.password"));
    }

    private static Set<String> ids(Product gateway, String sql) throws Exception {
        var ids = new HashSet<String>();
        try (var connection = connection(gateway);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static long number(Product gateway, String sql) {
        return Long.parseLong(text(gateway, sql));
    }

    private static String text(Product gateway, String sql) {
        try (var connection = connection(gateway);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (Exception failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
