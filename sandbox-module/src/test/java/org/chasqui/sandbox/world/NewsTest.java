package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.sandbox.world.CallbackServer.await;
import static org.chasqui.sandbox.world.TestWorlds.STANDARD;
import static org.chasqui.sandbox.world.TestWorlds.WABA;
import static org.chasqui.sandbox.world.TestWorlds.hello;
import static org.chasqui.sandbox.world.TestWorlds.send;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsTest {

    private static final String QUALITY = "phone_number_quality_update";

    @TempDir
    private Path folder;

    private CallbackServer callback;
    private World world;

    @BeforeEach
    void open() throws IOException {
        callback = new CallbackServer(0);
        reopen();
        world.management().subscribe(waba(), true, null);
    }

    private void reopen() throws IOException {
        world = TestWorlds.open(folder, callback.url(), Clock.systemUTC());
    }

    private Waba waba() {
        Waba waba = world.catalog().waba(WABA);
        if (waba == null) {
            throw new AssertionError("no account");
        }
        return waba;
    }

    @AfterEach
    void close() {
        world.close();
        callback.close();
    }

    @Test
    void isToldInMetasEnvelopeWithASignature() throws IOException, InterruptedException {
        world.news().tell(waba(), QUALITY, Json.object().put("event", "FLAGGED"));
        await(() -> callback.bodies.size() == 1);

        var body = Json.read(callback.bodies.get(0).getBytes());
        assertThat(body).isNotNull();
        assertThat(body.at("/object").asText()).isEqualTo("whatsapp_business_account");
        assertThat(body.at("/entry/0/id").asText()).isEqualTo(WABA);
        assertThat(body.at("/entry/0/time").asLong()).isPositive();
        assertThat(body.at("/entry/0/changes/0/field").asText()).isEqualTo(QUALITY);
        assertThat(body.at("/entry/0/changes/0/value/event").asText()).isEqualTo("FLAGGED");
        assertThat(callback.badSignatures).isEmpty();
        await(() -> world.catalog().notices().isEmpty());
    }

    @Test
    void goesToTheCallbackOfTheAppWhateverTheAccountHasForMessages() throws IOException, InterruptedException {
        world.management().subscribe(waba(), true, "http://127.0.0.1:9/nobody");
        world.news().tell(waba(), QUALITY, Json.object().put("event", "FLAGGED"));

        await(() -> callback.bodies.size() == 1);
    }

    @Test
    void whatWasNotAcknowledgedIsToldAgainAfterARestart() throws IOException, InterruptedException {
        callback.answer = () -> 500;
        world.news().tell(waba(), QUALITY, Json.object().put("event", "FLAGGED"));
        world.close();
        callback.answer = () -> 200;
        callback.bodies.clear();
        reopen();

        await(() -> world.catalog().notices().isEmpty());
        assertThat(callback.bodies).anyMatch(body -> body.contains("FLAGGED"));
    }

    @Test
    void withoutASubscriptionOnlyTheAccountItselfIsTold() throws IOException, InterruptedException {
        world.management().subscribe(waba(), false, null);
        world.news().tell(waba(), QUALITY, Json.object().put("event", "FLAGGED"));
        world.news().tell(waba(), "account_update", Json.object().put("event", "PARTNER_REMOVED"));

        await(() -> world.catalog().notices().isEmpty());
        assertThat(callback.bodies).singleElement().asString().contains("PARTNER_REMOVED");
    }

    @Test
    void aDisabledAccountRefusesToSendUntilItIsReinstated() throws IOException {
        follow("account_update", "{\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"DISABLE\"}}");
        assertThat(TestWorlds.code(send(world, STANDARD, hello("+16505551234", "a.1"))))
                .isEqualTo(131031);

        follow("account_update", "{\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"REINSTATE\"}}");
        assertThat(TestWorlds.code(send(world, STANDARD, hello("+16505551234", "a.2"))))
                .isZero();
    }

    @Test
    void whatIsToldIsKeptOverARestart() throws IOException {
        follow(QUALITY, "{\"event\":\"FLAGGED\",\"current_limit\":\"TIER_2K\"}");
        String code = world.management().link(number(), null, "Hello");
        world.close();
        reopen();

        assertThat(number().status()).isEqualTo("FLAGGED");
        assertThat(number().shelf().facts().path("quality_rating").asText()).isEqualTo("RED");
        assertThat(number().shelf().link(code)).isEqualTo("Hello");
    }

    private BusinessNumber number() {
        BusinessNumber number = world.catalog().number(STANDARD);
        if (number == null) {
            throw new AssertionError("no number");
        }
        return number;
    }

    private void follow(String field, String value) throws IOException {
        var json = Json.read(value.getBytes());
        assertThat(json).isNotNull();
        world.management().follow(waba(), number(), field, json);
    }
}
