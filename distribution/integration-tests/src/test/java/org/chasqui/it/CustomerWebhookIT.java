package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.chasqui.it.Receiver.Behaviour;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What customers are promised: every event arrives, whatever their server does and whenever ours dies, with an id that
 * stays, a signature that an independent library accepts, and in order where they ask for it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomerWebhookIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> LIFE =
            List.of("message.uncertain", "message.accepted", "message.sent", "message.delivered", "message.read");
    private static final String WEBHOOKS = "/whatsapp/webhooks";

    private static Product product;
    private static Api api;
    private static String number;

    @BeforeAll
    static void boot() {
        product = Product.named("webhooks")
                .with("CHASQUI_BOOTSTRAP_API_KEY", "cm_webhooks-0123456789-0123456789-0123456789")
                .with("CHASQUI_WEBHOOKS_FIRST_RETRY", "PT0.005S")
                .with("CHASQUI_WEBHOOKS_FIRST_PAUSE", "PT0.01S")
                .with("CHASQUI_WEBHOOKS_TIMEOUT", "PT1S")
                .start()
                .awaitReady();
        api = Api.of(product);
        number = Sending.firstNumber(api);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void everyEventArrivesWhateverTheServerDoes() {
        var misdeeds =
                List.of(Behaviour.REFUSE_500, Behaviour.THROTTLE, Behaviour.REDIRECT, Behaviour.HANG, Behaviour.CLOSE);
        try (var receiver = new Receiver()) {
            // Each event meets one misdeed first, another one after it, and is taken then.
            receiver.behaving(earlier -> {
                int calls = earlier.size();
                int seed = Math.floorMod(calls == 0 ? receiver.calls().size() : earlier.hashCode(), misdeeds.size());
                return calls < 2
                        ? misdeeds.get(seed)
                        : calls % 2 == 0 ? Behaviour.TAKE : Behaviour.TAKE_WITH_GIANT_ANSWER;
            });
            var webhook = subscribe(receiver, "\"message.*\"", false);

            var messages = send(5, 100);
            awaitTaken(receiver, messages, "message.accepted", "message.sent", "message.delivered");

            assertThat(receiver.calls()).allMatch(Receiver.Call::isVerified);
            assertThat(receiver.calls())
                    .allMatch(call -> call.id().equals(call.event().get("id").asText()));
            assertThat(receiver.calls().stream().map(Receiver.Call::behaviour).toList())
                    .as("each misdeed was met")
                    .containsAll(misdeeds);
            assertThat(pulledIds()).as("what is pulled and what is pushed").containsAll(receiver.takenIds());
            assertThat(receiver.calls())
                    .as("with the header that the customer wants")
                    .allMatch(call -> List.of("s3cret").equals(call.headers().get("X-shop")));
            assertRetryAfterIsHonoured(receiver);
            var headers = attempt(webhook, "delivered").get("request_headers");
            assertThat(headers.has("webhook-signature")).isTrue();
            assertThat(headers.get("X-Shop").asText())
                    .as("the customer's secret")
                    .isEqualTo("***");
            delete(webhook);
        }
    }

    @Test
    @Order(2)
    void aConversationIsInOrderWhereThatIsAsked() {
        try (var receiver = new Receiver()) {
            // Every third call fails, so that a later event would overtake if it could.
            receiver.behaving(earlier ->
                    earlier.isEmpty() && receiver.calls().size() % 3 == 0 ? Behaviour.REFUSE_500 : Behaviour.TAKE);
            var webhook = subscribe(receiver, "\"message.*\"", true);

            var messages = send(15, 200);
            awaitTaken(receiver, messages, "message.accepted", "message.sent", "message.delivered");

            for (var message : messages) {
                var taken = receiver.calls().stream()
                        .filter(call -> call.isTaken() && call.messageId().equals(message))
                        .toList();
                assertThat(taken).as("once each").extracting(Receiver.Call::id).doesNotHaveDuplicates();
            }
            assertInOrder(receiver, messages);
            delete(webhook);
        }
    }

    @Test
    @Order(3)
    void nothingIsLostWhenTheGatewayIsKilledWhileTheServerIsDown() {
        try (var receiver = new Receiver()) {
            // It takes some events, goes down, and comes back long after the gateway did.
            receiver.behaving(earlier -> receiver.calls().size() < 30 ? Behaviour.TAKE : Behaviour.CLOSE);
            var webhook = subscribe(receiver, "\"message.*\"", true);

            var messages = send(100, 1_000);
            // Thirty are taken, twenty in a row fail, then the breaker lets one through at a time.
            Api.await("some calls", () -> receiver.calls().size() > 55 ? Optional.of(true) : Optional.empty());
            product.kill9();
            int taken = receiver.takenIds().size();
            int calledBefore = receiver.calls().size();
            product.restart().awaitReady();
            // The sandbox died along, so some calls to it have no known outcome; those messages end as uncertain.
            messages.forEach(id -> Sending.awaitStatus(api, id, "delivered", "read", "uncertain"));
            Api.await(
                    "another call for an event that was tried before the kill",
                    () -> receiver.calls().stream()
                            .skip(calledBefore)
                            .filter(call -> call.attempt() > 1)
                            .findFirst());
            receiver.behaving(earlier -> Behaviour.TAKE);
            Api.await(
                    "an empty table of due deliveries",
                    PATIENCE,
                    () -> api.get(WEBHOOKS + "/" + webhook + "/deliveries?status=pending")
                                            .ok()
                                            .isEmpty()
                                    && receiver.takenIds().containsAll(pulledIds(messages))
                            ? Optional.of(true)
                            : Optional.empty());

            var wanted = pulledIds(messages);
            assertThat(taken).as("the kill came in the middle").isLessThan(wanted.size());
            var lost = new HashSet<>(wanted);
            lost.removeAll(receiver.takenIds());
            assertThat(lost).as("lost of " + wanted.size()).isEmpty();
            assertThat(receiver.calls()).allMatch(Receiver.Call::isVerified);
            assertThat(receiver.calls())
                    .as("an id that stays")
                    .allMatch(call -> call.id().equals(call.event().get("id").asText()));
            assertInOrder(receiver, messages);
            // Whoever was posted twice has the same id: a kill repeats what was on its way, and nothing else.
            long twice =
                    receiver.calls().stream().filter(Receiver.Call::isTaken).count()
                            - receiver.takenIds().size();
            assertThat(twice).as("repeated").isBetween(0L, 40L);
            delete(webhook);
        }
    }

    /** Whoever was told to wait was not called with the same event before. */
    private static void assertRetryAfterIsHonoured(Receiver receiver) {
        for (var id : receiver.takenIds()) {
            var calls = receiver.calls().stream()
                    .filter(call -> call.id().equals(id))
                    .toList();
            for (int i = 0; i + 1 < calls.size(); i++) {
                if (calls.get(i).behaviour() == Behaviour.THROTTLE) {
                    var pause = Duration.ofNanos(
                            calls.get(i + 1).nanos() - calls.get(i).nanos());
                    assertThat(pause).as("after Retry-After: 2").isGreaterThan(Duration.ofMillis(1_900));
                }
            }
        }
    }

    /** The events of each message arrived in the order of its life. */
    private static void assertInOrder(Receiver receiver, List<String> messages) {
        for (var message : messages) {
            assertThat(receiver.takenTypes(message))
                    .as("in the order in which it happened")
                    .isSortedAccordingTo((a, b) -> Integer.compare(LIFE.indexOf(a), LIFE.indexOf(b)));
        }
    }

    @Test
    @Order(4)
    void bothSecretsVerifyDuringARotation() {
        try (var receiver = new Receiver()) {
            var webhook = subscribe(receiver, "\"contact.*\"", false);
            var rotated =
                    api.post(WEBHOOKS + "/" + webhook + "/rotate_secret", "{}").ok();
            api.post(WEBHOOKS + "/" + webhook + "/test", "{}").ok();
            Api.await("the test event", () -> receiver.calls().isEmpty() ? Optional.empty() : Optional.of(true));
            assertThat(receiver.calls()).as("the old secret").allMatch(Receiver.Call::isVerified);

            receiver.verifyingWith(rotated.get("secret").asText());
            api.post(WEBHOOKS + "/" + webhook + "/test", "{}").ok();
            Api.await("another", () -> receiver.calls().size() < 2 ? Optional.empty() : Optional.of(true));
            assertThat(receiver.calls()).as("the new secret").allMatch(Receiver.Call::isVerified);
            assertThat(receiver.calls().get(1).type()).isEqualTo("webhook.test");
            assertThat(api.get(WEBHOOKS + "/" + webhook).ok().has("secret")).isFalse();
            delete(webhook);
        }
    }

    @Test
    @Order(5)
    void anAddressThatIsGoneIsLeftAloneAndCatchesUpByReplay() {
        try (var receiver = new Receiver()) {
            receiver.behaving(earlier -> Behaviour.GONE);
            var since = Instant.now().toString();
            var webhook = subscribe(receiver, "\"message.delivered\"", false);
            var messages = send(3, 300);
            Api.await("a disabled endpoint", () -> {
                var now = api.get(WEBHOOKS + "/" + webhook).ok();
                return now.get("status").asText().equals("disabled") ? Optional.of(now) : Optional.empty();
            });
            messages.forEach(id -> Sending.awaitStatus(api, id, "delivered", "read"));
            assertThat(api.get("/whatsapp/events?types=webhook.disabled").ok()).isNotEmpty();

            receiver.behaving(earlier -> Behaviour.TAKE);
            api.post(WEBHOOKS + "/" + webhook + "/resume", "{}").ok();
            api.post(WEBHOOKS + "/" + webhook + "/replay", "{\"since\":\"" + since + "\"}")
                    .ok();
            awaitTaken(receiver, messages, "message.delivered");
            assertThat(receiver.calls()).anyMatch(call -> call.headers().containsKey("X-delivery-replay"));
            delete(webhook);
        }
    }

    @Test
    @Order(6)
    void theInspectorShowsWhatArrives() {
        var webhook = api.post(WEBHOOKS, "{\"url\":\"inspector\",\"events\":[\"message.*\"]}")
                .ok()
                .get("id")
                .asText();
        var message = send(1, 400).get(0);
        Api.await("a request in the inspector", () -> {
            for (var request : api.get(WEBHOOKS + "/inspector").ok()) {
                if (request.get("body").asText().contains(message)) {
                    return Optional.of(request);
                }
            }
            return Optional.empty();
        });
        delete(webhook);
    }

    @Test
    @Order(7)
    void whatCannotBeAnEndpointIsRefusedWithItsField() {
        assertRefused("{\"url\":\"http://169.254.169.254/x\",\"events\":[\"*\"]}", "url");
        assertRefused("{\"url\":\"https://user@example.com/\",\"events\":[\"*\"]}", "url");
        assertRefused("{\"url\":\"https://example.com/\"}", "events");
        assertRefused("{\"url\":\"https://example.com/\",\"events\":[\"mesage.*\"]}", "events[0]");
        assertRefused(
                "{\"url\":\"https://example.com/\",\"events\":[\"*\"],\"headers\":{\"webhook-id\":\"x\"}}",
                "headers.webhook-id");
    }

    private static void assertRefused(String body, String field) {
        var answer = api.post(WEBHOOKS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/error/details/0/field").asText()).isEqualTo(field);
    }

    private static String subscribe(Receiver receiver, String events, boolean ordered) {
        var made = api.post(
                        WEBHOOKS,
                        "{\"url\":\"%s\",\"events\":[%s],\"ordered\":%s,\"headers\":{\"X-Shop\":\"s3cret\"}}"
                                .formatted(receiver.url(), events, ordered))
                .ok();
        receiver.verifyingWith(made.get("secret").asText());
        assertThat(made.get("headers").toString()).isEqualTo("[\"X-Shop\"]");
        return made.get("id").asText();
    }

    private static void delete(String webhook) {
        assertThat(api.delete(WEBHOOKS + "/" + webhook).status()).isEqualTo(204);
    }

    private static List<String> send(int count, int person) {
        return IntStream.range(0, count)
                .mapToObj(i -> api.post(
                                "/whatsapp/messages/template",
                                Sending.template(number, "+4915" + (20_000_000 + person + i)))
                        .ok()
                        .get("id")
                        .asText())
                .toList();
    }

    private static void awaitTaken(Receiver receiver, List<String> messages, String... types) {
        Api.await("all events taken", PATIENCE, () -> {
            boolean all = messages.stream()
                    .allMatch(message -> receiver.takenTypes(message).containsAll(List.of(types)));
            return all ? Optional.of(true) : Optional.empty();
        });
    }

    private static JsonNode attempt(String webhook, String status) {
        return api.get(WEBHOOKS + "/" + webhook + "/deliveries?status=" + status)
                .ok()
                .at("/0/attempts/0");
    }

    /** Ids of all events, by walking the log. */
    private static Set<String> pulledIds() {
        var ids = new HashSet<String>();
        events().forEach(event -> ids.add(event.get("id").asText()));
        return ids;
    }

    private static Set<String> pulledIds(List<String> messages) {
        var ids = new HashSet<String>();
        for (var event : events()) {
            if (messages.contains(event.at("/data/id").asText())) {
                ids.add(event.get("id").asText());
            }
        }
        return ids;
    }

    private static List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        String after = null;
        while (true) {
            var page = api.get("/whatsapp/events?limit=200" + (after == null ? "" : "&after=" + after))
                    .ok();
            if (page.isEmpty()) {
                return events;
            }
            page.forEach(events::add);
            after = page.get(page.size() - 1).get("id").asText();
        }
    }
}
