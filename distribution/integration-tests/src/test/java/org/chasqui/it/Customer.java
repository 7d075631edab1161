package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A customer with a server of their own, who sends messages and wants to be told what becomes of them. */
final class Customer implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(120);
    static final String WEBHOOKS = "/whatsapp/webhooks";

    private static final List<String> LIFE =
            List.of("message.uncertain", "message.accepted", "message.sent", "message.delivered", "message.read");

    private final Receiver receiver = new Receiver();
    private final Api api;
    private final String number;

    /** The last event that was there before; empty to begin at the first. */
    private String before = "";

    private String webhook = "";

    Customer(Api api) {
        this.api = api;
        this.number = Sending.firstNumber(api);
    }

    Receiver receiver() {
        return receiver;
    }

    /** Id of the webhook. */
    String webhook() {
        return webhook;
    }

    /** The webhook as the API shows it. */
    JsonNode shown() {
        return api.get(WEBHOOKS + "/" + webhook).ok();
    }

    /** Wants events of a pattern, with a header of their own. */
    void subscribe(String pattern, boolean isOrdered) {
        var made = api.post(
                        WEBHOOKS,
                        "{\"url\":\"%s\",\"events\":[\"%s\"],\"ordered\":%s,\"headers\":{\"X-Shop\":\"s3cret\"}}"
                                .formatted(receiver.url(), pattern, isOrdered))
                .ok();
        receiver.verifyingWith(made.get("secret").asText());
        assertThat(made.get("headers").toString()).isEqualTo("[\"X-Shop\"]");
        webhook = made.get("id").asText();
    }

    /** Does something with the webhook: {@code test}, {@code replay} and the like. */
    JsonNode ask(String action, String body) {
        return api.post(WEBHOOKS + "/" + webhook + "/" + action, body).ok();
    }

    JsonNode deliveries(String status) {
        return api.get(WEBHOOKS + "/" + webhook + "/deliveries?status=" + status)
                .ok();
    }

    /**
     * Sends one message each to so many persons.
     *
     * @param person the first one's number in this test
     * @return ids of the messages
     */
    List<String> send(int count, int person) {
        return IntStream.range(0, count)
                .mapToObj(i -> api.post(
                                "/whatsapp/messages/template",
                                Sending.template(number, "+4915" + (20_000_000 + person + i)))
                        .ok()
                        .get("id")
                        .asText())
                .toList();
    }

    void awaitTaken(List<String> messages, String... types) {
        Api.await("all events taken", PATIENCE, () -> {
            boolean all = messages.stream()
                    .allMatch(message -> receiver.takenTypes(message).containsAll(List.of(types)));
            return all ? Optional.of(true) : Optional.empty();
        });
    }

    /** The events of each message arrived in the order of its life. */
    void wasToldInOrder(List<String> messages) {
        for (var message : messages) {
            assertThat(receiver.takenTypes(message))
                    .as("in the order in which it happened")
                    .isSortedAccordingTo((a, b) -> Integer.compare(LIFE.indexOf(a), LIFE.indexOf(b)));
        }
    }

    /** Every call carried a signature that fits, and the id of its event. */
    void wasCalledAsPromised() {
        assertThat(receiver.calls()).allMatch(Receiver.Call::isVerified);
        assertThat(receiver.calls())
                .allMatch(call -> call.id().equals(call.event().get("id").asText()));
    }

    /** Pulls only what happens from now on. */
    void forgetWhatWas() {
        for (var event : events()) {
            before = event.get("id").asText();
        }
    }

    /** Ids of all events, by walking the log. */
    Set<String> pulledIds() {
        var ids = new HashSet<String>();
        events().forEach(event -> ids.add(event.get("id").asText()));
        return ids;
    }

    /** Ids of the events of these messages, by walking the log. */
    Set<String> pulledIds(List<String> messages) {
        var ids = new HashSet<String>();
        for (var event : events()) {
            if (messages.contains(event.at("/data/id").asText())) {
                ids.add(event.get("id").asText());
            }
        }
        return ids;
    }

    private List<JsonNode> events() {
        var events = new ArrayList<JsonNode>();
        var after = before;
        while (true) {
            var page = api.get("/whatsapp/events?limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .ok();
            if (page.isEmpty()) {
                return events;
            }
            page.forEach(events::add);
            after = page.get(page.size() - 1).get("id").asText();
        }
    }

    /** Wants nothing any more. */
    @Override
    public void close() {
        if (!webhook.isEmpty()) {
            assertThat(api.delete(WEBHOOKS + "/" + webhook).status()).isEqualTo(204);
        }
        receiver.close();
    }
}
