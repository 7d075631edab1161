package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chasqui.it.Receiver.Behaviour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What customers are promised: every event arrives, whatever their server does, with an id that stays, a signature that an
 * independent library accepts, and in order where they ask for it. Whenever ours dies: {@link KilledProductIT}.
 */
@ExtendWith(SharedProduct.class)
class CustomerWebhookIT {
    private final Api api;

    CustomerWebhookIT(Product product) {
        this.api = Api.of(product);
    }

    @BeforeAll
    static void nothingOfOthersIsOnItsWay(Product product) {
        Sending.awaitSilence(product);
    }

    @Test
    void everyEventArrivesWhateverTheServerDoes() {
        var misdeeds =
                List.of(Behaviour.REFUSE_500, Behaviour.THROTTLE, Behaviour.REDIRECT, Behaviour.HANG, Behaviour.CLOSE);
        try (var customer = new Customer(api)) {
            var receiver = customer.receiver();
            // Each event meets one misdeed first, another one after it, and is taken then.
            receiver.behaving(earlier -> {
                int calls = earlier.size();
                int seed = Math.floorMod(calls == 0 ? receiver.calls().size() : earlier.hashCode(), misdeeds.size());
                return calls < 2
                        ? misdeeds.get(seed)
                        : calls % 2 == 0 ? Behaviour.TAKE : Behaviour.TAKE_WITH_GIANT_ANSWER;
            });
            customer.subscribe("message.*", false);

            var messages = customer.send(5, 100);
            customer.awaitTaken(messages, "message.accepted", "message.sent", "message.delivered");

            customer.wasCalledAsPromised();
            assertThat(receiver.calls().stream().map(Receiver.Call::behaviour).toList())
                    .as("each misdeed was met")
                    .containsAll(misdeeds);
            assertThat(customer.pulledIds())
                    .as("what is pulled and what is pushed")
                    .containsAll(receiver.takenIds());
            assertThat(receiver.calls())
                    .as("with the header that the customer wants")
                    .allMatch(call -> List.of("s3cret").equals(call.headers().get("X-shop")));
            assertRetryAfterIsHonoured(receiver);
            var headers = customer.deliveries("delivered").at("/0/attempts/0/request_headers");
            assertThat(headers.has("webhook-signature")).isTrue();
            assertThat(headers.get("X-Shop").asText())
                    .as("the customer's secret")
                    .isEqualTo("***");
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

    @Test
    void aConversationIsInOrderWhereThatIsAsked() {
        try (var customer = new Customer(api)) {
            var receiver = customer.receiver();
            // Every third call fails, so that a later event would overtake if it could.
            receiver.behaving(earlier ->
                    earlier.isEmpty() && receiver.calls().size() % 3 == 0 ? Behaviour.REFUSE_500 : Behaviour.TAKE);
            customer.subscribe("message.*", true);

            var messages = customer.send(15, 200);
            customer.awaitTaken(messages, "message.accepted", "message.sent", "message.delivered");

            for (var message : messages) {
                var taken = receiver.calls().stream()
                        .filter(call -> call.isTaken() && call.messageId().equals(message))
                        .toList();
                assertThat(taken).as("once each").extracting(Receiver.Call::id).doesNotHaveDuplicates();
            }
            customer.wasToldInOrder(messages);
        }
    }

    @Test
    void bothSecretsVerifyDuringARotation() {
        try (var customer = new Customer(api)) {
            var receiver = customer.receiver();
            customer.subscribe("contact.*", false);
            var rotated = customer.ask("rotate_secret", "{}");
            customer.ask("test", "{}");
            Api.await("the test event", () -> receiver.calls().isEmpty() ? Optional.empty() : Optional.of(true));
            assertThat(receiver.calls()).as("the old secret").allMatch(Receiver.Call::isVerified);

            receiver.verifyingWith(rotated.get("secret").asText());
            customer.ask("test", "{}");
            Api.await("another", () -> receiver.calls().size() < 2 ? Optional.empty() : Optional.of(true));
            assertThat(receiver.calls()).as("the new secret").allMatch(Receiver.Call::isVerified);
            assertThat(receiver.calls().get(1).type()).isEqualTo("webhook.test");
            assertThat(customer.shown().has("secret")).isFalse();
        }
    }

    @Test
    void anAddressThatIsGoneIsLeftAloneAndCatchesUpByReplay() {
        try (var customer = new Customer(api)) {
            var receiver = customer.receiver();
            receiver.behaving(earlier -> Behaviour.GONE);
            var since = Instant.now().toString();
            customer.subscribe("message.delivered", false);
            var messages = customer.send(3, 300);
            Api.await(
                    "a disabled endpoint",
                    () -> Optional.of(customer.shown())
                            .filter(shown -> shown.get("status").asText().equals("disabled")));
            messages.forEach(id -> Sending.awaitStatus(api, id, "delivered", "read"));
            assertThat(api.get("/whatsapp/events?types=webhook.disabled").ok()).isNotEmpty();

            receiver.behaving(earlier -> Behaviour.TAKE);
            customer.ask("resume", "{}");
            customer.ask("replay", "{\"since\":\"" + since + "\"}");
            customer.awaitTaken(messages, "message.delivered");
            assertThat(receiver.calls()).anyMatch(call -> call.headers().containsKey("X-delivery-replay"));
        }
    }

    @Test
    void theInspectorShowsWhatArrives() {
        try (var customer = new Customer(api)) {
            var webhook = api.post(Customer.WEBHOOKS, "{\"url\":\"inspector\",\"events\":[\"message.*\"]}")
                    .ok()
                    .get("id")
                    .asText();
            var message = customer.send(1, 400).get(0);
            Api.await("a request in the inspector", () -> {
                for (var request : api.get(Customer.WEBHOOKS + "/inspector").ok()) {
                    if (request.get("body").asText().contains(message)) {
                        return Optional.of(request);
                    }
                }
                return Optional.empty();
            });
            assertThat(api.delete(Customer.WEBHOOKS + "/" + webhook).status()).isEqualTo(204);
        }
    }

    @Test
    void whatCannotBeAnEndpointIsRefusedWithItsField() {
        assertRefused("{\"url\":\"http://169.254.169.254/x\",\"events\":[\"*\"]}", "url");
        assertRefused("{\"url\":\"https://user@example.com/\",\"events\":[\"*\"]}", "url");
        assertRefused("{\"url\":\"https://example.com/\"}", "events");
        assertRefused("{\"url\":\"https://example.com/\",\"events\":[\"mesage.*\"]}", "events[0]");
        assertRefused(
                "{\"url\":\"https://example.com/\",\"events\":[\"*\"],\"headers\":{\"webhook-id\":\"x\"}}",
                "headers.webhook-id");
    }

    private void assertRefused(String body, String field) {
        var answer = api.post(Customer.WEBHOOKS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/error/details/0/field").asText()).isEqualTo(field);
    }
}
