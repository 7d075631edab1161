package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A customer's webhook with the server behind it, for as long as a test class runs: what events arrive, and whether signed. */
final class Subscription implements AutoCloseable {
    private final Receiver receiver = new Receiver();
    private final Api api;
    private final String id;

    /** Subscribes to event types, families or everything. */
    Subscription(Api api, String... events) {
        this.api = api;
        var made = api.post(
                        "/whatsapp/webhooks",
                        "{\"url\":\"%s\",\"events\":[\"%s\"]}".formatted(receiver.url(), String.join("\",\"", events)))
                .ok();
        receiver.verifyingWith(made.get("secret").asText());
        id = made.get("id").asText();
    }

    String id() {
        return id;
    }

    Receiver receiver() {
        return receiver;
    }

    /**
     * Waits until the events of one message (or conversation, or contact) have arrived; all of them must carry a
     * signature that the library of Standard Webhooks accepts, and their own id.
     *
     * @param about the id in their data
     * @return the data of the last type
     */
    JsonNode await(String about, String... types) {
        var taken = Api.await(
                List.of(types) + " about " + about,
                () -> receiver.takenTypes(about).containsAll(List.of(types))
                        ? Optional.of(of(about))
                        : Optional.empty());
        assertThat(taken).as("verified").allMatch(Receiver.Call::isVerified);
        assertThat(taken)
                .allMatch(call -> call.id().equals(call.event().get("id").asText()));
        return taken.stream()
                .filter(call -> call.type().equals(types[types.length - 1]))
                .findFirst()
                .orElseThrow()
                .event()
                .get("data");
    }

    private List<Receiver.Call> of(String about) {
        return receiver.calls().stream()
                .filter(call -> call.messageId().equals(about))
                .toList();
    }

    @Override
    public void close() {
        api.delete("/whatsapp/webhooks/" + id);
        receiver.close();
    }
}
