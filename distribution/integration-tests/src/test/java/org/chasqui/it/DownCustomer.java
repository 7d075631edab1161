package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.chasqui.it.Receiver.Behaviour;

/** A customer whose server is down when the product is killed, and comes back long after the product did. */
final class DownCustomer implements AutoCloseable {
    private static final int TAKEN_BEFORE = 30;
    /** Thirty are taken, twenty in a row fail, then the breaker lets one through at a time. */
    private static final int CALLS_BEFORE_KILL = 55;

    private final Api api;
    private final Customer customer;
    private final List<String> messages = new ArrayList<>();
    private int takenBefore;
    private int calledBefore;

    /** Comes back when the breaker has opened. */
    DownCustomer(Product product) {
        api = Api.of(product);
        customer = new Customer(api);
        customer.forgetWhatWas();
        var receiver = customer.receiver();
        receiver.behaving(earlier -> receiver.calls().size() < TAKEN_BEFORE ? Behaviour.TAKE : Behaviour.CLOSE);
        customer.subscribe("message.*", true);
        messages.addAll(customer.send(70, 1_000));
        Api.await(
                "an open breaker",
                () -> receiver.calls().size() > CALLS_BEFORE_KILL ? Optional.of(true) : Optional.empty());
    }

    /** Sends what shall be on its way to Meta at the kill. */
    void sendsMore() {
        messages.addAll(customer.send(30, 1_100));
    }

    /** To be told after the kill, and before the product starts again. */
    void productIsDead() {
        calledBefore = customer.receiver().calls().size();
        takenBefore = customer.receiver().takenIds().size();
    }

    /** Nothing is lost, everything is in order, and with the id that it had before. */
    void isToldEverything() {
        var receiver = customer.receiver();
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
                Customer.PATIENCE,
                () -> customer.deliveries("pending").isEmpty()
                                && receiver.takenIds().containsAll(customer.pulledIds(messages))
                        ? Optional.of(true)
                        : Optional.empty());

        var wanted = customer.pulledIds(messages);
        assertThat(takenBefore).as("the kill came in the middle").isLessThan(wanted.size());
        var lost = new HashSet<>(wanted);
        lost.removeAll(receiver.takenIds());
        assertThat(lost).as("lost of " + wanted.size()).isEmpty();
        customer.wasCalledAsPromised();
        customer.wasToldInOrder(messages);
        // Whoever was posted twice has the same id: a kill repeats what was on its way, and nothing else.
        long twice = receiver.calls().stream().filter(Receiver.Call::isTaken).count()
                - receiver.takenIds().size();
        assertThat(twice).as("repeated").isBetween(0L, 40L);
    }

    @Override
    public void close() {
        customer.close();
    }
}
