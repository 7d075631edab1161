package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.sandbox.world.CallbackServer.await;
import static org.chasqui.sandbox.world.TestWorlds.HIGH;
import static org.chasqui.sandbox.world.TestWorlds.STANDARD;
import static org.chasqui.sandbox.world.TestWorlds.WABA;
import static org.chasqui.sandbox.world.TestWorlds.hello;
import static org.chasqui.sandbox.world.TestWorlds.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.sandbox.meta.Delays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    @TempDir
    private Path folder;

    private CallbackServer callback;
    private World world;

    @BeforeEach
    void open() throws IOException {
        callback = new CallbackServer(0);
        reopen();
        Waba waba = waba();
        world.management().adjust(waba, false, null, new Delays(1, 20, 40));
        world.management().subscribe(waba, true, null);
    }

    @AfterEach
    void close() {
        world.close();
        callback.close();
    }

    @Test
    void tellsSentDeliveredAndReadWithASignatureAndThePrice() throws InterruptedException {
        send(world, STANDARD, hello("+16505551234", "order.1"));
        await(() -> callback.statuses().size() == 3);

        assertThat(callback.badSignatures).isEmpty();
        assertThat(callback.statusNames()).containsExactly("sent", "delivered", "read");
        JsonNode sent = callback.statuses().get(0);
        assertThat(sent.path("biz_opaque_callback_data").asText()).isEqualTo("order.1");
        assertThat(sent.path("recipient_id").asText()).isEqualTo("16505551234");
        assertThat(sent.path("timestamp").isTextual()).isTrue();
        assertThat(sent.path("pricing").toString())
                .isEqualTo(
                        "{\"billable\":true,\"pricing_model\":\"PMP\",\"category\":\"utility\",\"type\":\"regular\"}");
        assertThat(callback.statuses().get(1).has("pricing")).isTrue();
        assertThat(callback.statuses().get(2).has("pricing")).isFalse();
        assertThat(sent.has("conversation")).isFalse();
        JsonNode envelope = Json.read(callback.bodies.get(0).getBytes());
        assertThat(envelope.path("object").asText()).isEqualTo("whatsapp_business_account");
        assertThat(envelope.path("entry").path(0).path("id").asText()).isEqualTo(WABA);
        JsonNode change = envelope.path("entry").path(0).path("changes").path(0);
        assertThat(change.path("field").asText()).isEqualTo("messages");
        assertThat(change.path("value").path("metadata").path("phone_number_id").asText())
                .isEqualTo(STANDARD);
    }

    @Test
    void aFailureCarriesMetasErrorObject() throws InterruptedException {
        send(world, STANDARD, hello("+165099131049", "a"));
        await(() -> callback.statuses().size() == 1);

        JsonNode error = callback.statuses().get(0).path("errors").path(0);
        assertThat(error.path("code").asInt()).isEqualTo(131049);
        assertThat(error.path("title").asText())
                .isEqualTo(error.path("message").asText())
                .isNotEmpty();
        assertThat(error.path("error_data").path("details").asText()).isNotEmpty();
        assertThat(callback.statuses().get(0).has("pricing")).isFalse();
    }

    @Test
    void duplicatesAndReversedCoursesAreDelivered() throws InterruptedException {
        send(world, STANDARD, hello("+165097000024", "a"));
        await(() -> callback.statuses().size() == 9);
        callback.bodies.clear();
        send(world, STANDARD, hello("+165097000025", "b"));
        await(() -> callback.statuses().size() == 3);

        assertThat(callback.statusNames()).containsExactly("read", "delivered", "sent");
    }

    @Test
    void sentCanBeAcknowledgedBeforeTheRequestIsAnswered() throws Exception {
        Sent sent = send(world, STANDARD, hello("+165097000026", "a"));

        assertThat(sent.waitFor()).isNotNull();
        sent.waitFor().get(10, TimeUnit.SECONDS);
        assertThat(callback.statusNames()).startsWith("sent");
    }

    @Test
    void severalUpdatesShareAWebhookWhenTheAccountWantsIt() throws IOException, InterruptedException {
        world.management().adjust(waba(), null, 1_000, new Delays(200, 200, 200));
        for (int i = 0; i < 50; i++) {
            send(world, HIGH, hello("+1650555" + (1000 + i), "b" + i));
        }
        await(() -> callback.statuses().size() == 150);

        assertThat(callback.bodies.size()).isLessThan(100);
    }

    @Test
    void anUnsubscribedAccountHasNoWebhooks() throws IOException, InterruptedException {
        world.management().subscribe(waba(), false, null);
        send(world, STANDARD, hello("+16505551234", "a"));
        await(() -> world.statistics().path("webhooks").path("dropped").asInt() == 3);

        assertThat(callback.bodies).isEmpty();
    }

    @Test
    void whatIsRefusedIsRepeatedUntilItIsTaken() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        callback.answer = () -> tries.incrementAndGet() <= 2 ? 503 : 200;
        send(world, STANDARD, hello("+16505551234", "a"));
        await(() -> callback.statuses().size() == 3);

        assertThat(world.statistics().path("webhooks").path("retried").asInt()).isEqualTo(2);
        await(() -> world.statistics().path("webhooks").path("pending").asInt() == 0);
    }

    @Test
    void nothingIsLostWhileTheCallbackIsAway() throws IOException, InterruptedException {
        int port = callback.port();
        callback.close();
        for (int i = 0; i < 20; i++) {
            send(world, STANDARD, hello("+1650555" + (1000 + i), "d" + i));
        }
        await(() -> !world.callbacks().downLines().isEmpty());
        callback = new CallbackServer(port);
        await(() -> callback.statuses().size() >= 60);

        assertThat(callback.statuses())
                .extracting(s -> s.path("id").asText() + s.path("status"))
                .doesNotHaveDuplicates();
        await(() -> world.statistics().path("webhooks").path("pending").asInt() == 0);
    }

    @Test
    void aRestartGoesOnWithWhatWasPendingAndKeepsTheLedger() throws IOException, InterruptedException {
        world.management().adjust(waba(), null, null, new Delays(1, 600, 700));
        for (int i = 0; i < 10; i++) {
            send(world, STANDARD, hello("+1650555" + (1000 + i), i < 5 ? "same" : "own" + i));
        }
        await(() -> callback.statuses().size() == 10);
        await(() -> world.statistics().path("webhooks").path("acknowledged").asInt() == 10);
        world.close();
        reopen();
        await(() -> callback.statuses().size() == 30);

        assertThat(callback.statuses())
                .extracting(s -> s.path("id").asText() + s.path("status"))
                .doesNotHaveDuplicates();
        assertThat(ledger(Ledger.Detail.DUPLICATES))
                .isEqualTo("{\"opaque\":\"same\",\"posts\":5}\n"
                        + "{\"total_posts\":10,\"distinct\":6,\"duplicated\":1,\"without_opaque\":0}\n");
        world.close();
        reopen();
        assertThat(ledger(Ledger.Detail.TOTALS)).startsWith("{\"total_posts\":10,");
        assertThat(world.conversations().messages(number(), "16505551003", 10)).hasSize(1);
    }

    @Test
    void whatAPersonWritesArrivesAndOpensTheWindow() throws IOException, InterruptedException {
        var content = Json.object().put("type", "text");
        content.putObject("text").put("body", "Señal \u2713");
        String wamid = world.receiving().receive(number(), "16505551234", content);
        await(() -> callback.bodies.size() == 1);

        String body = callback.bodies.get(0);
        assertThat(body).contains(wamid).contains("Se\\u00F1al \\u2713").contains("\"wa_id\":\"16505551234\"");
        send(world, STANDARD, TestWorlds.text("+16505551234"));
        await(() -> callback.statuses().size() == 3);
        assertThat(callback.statuses().get(0).path("pricing").path("type").asText())
                .isEqualTo("free_customer_service");
        assertThat(world.conversations()
                        .person(number(), "16505551234")
                        .path("window_open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aResetForgetsMessagesButNotAccounts() throws IOException, InterruptedException {
        send(world, STANDARD, hello("+16505551234", "a"));
        await(() -> callback.statuses().size() == 3);
        world.reset();

        assertThat(ledger(Ledger.Detail.TOTALS)).startsWith("{\"total_posts\":0,");
        assertThat(world.transcript().all()).isEmpty();
        assertThat(waba().isSubscribed()).isTrue();
        send(world, STANDARD, hello("+16505551234", "b"));
        assertThat(ledger(Ledger.Detail.ALL)).contains("{\"opaque\":\"b\",\"posts\":1}");
    }

    private void reopen() throws IOException {
        world = TestWorlds.open(folder, callback.url(), Clock.systemUTC());
    }

    private String ledger(Ledger.Detail detail) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        world.ledger().write(out, number -> true, detail);
        return out.toString();
    }

    private Waba waba() {
        Waba waba = world.catalog().waba(WABA);
        assertThat(waba).isNotNull();
        return waba;
    }

    private BusinessNumber number() {
        BusinessNumber number = world.catalog().number(STANDARD);
        assertThat(number).isNotNull();
        return number;
    }
}
