package org.chasqui.sandbox.world;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chasqui.sandbox.meta.Course;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.meta.Pricing;
import org.chasqui.sandbox.meta.Status;
import org.jspecify.annotations.Nullable;

/** A message that was accepted from the business, and how far its statuses have come. */
final class OutboundMessage {

    /**
     * What is known at the acceptance and stands in the journal.
     *
     * @param at time of acceptance, milliseconds
     * @param to WhatsApp id, or the business-scoped user id
     * @param opaque {@code biz_opaque_callback_data}, or null
     * @param code of the failed status, 0 when the course has none
     * @param body the raw request
     */
    record Facts(
            long seq,
            long at,
            String to,
            String wamid,
            @Nullable String opaque,
            Course.Kind kind,
            Course course,
            int code,
            Delays delays,
            Pricing pricing,
            byte[] body) {}

    private final BusinessNumber number;
    private final Facts facts;
    private final List<Course.Step> steps;
    private volatile @Nullable Status state;
    private volatile long stateAt;
    private int acknowledged;
    private volatile @Nullable CompletableFuture<Void> firstAcknowledged;

    OutboundMessage(BusinessNumber number, Facts facts) {
        this.number = number;
        this.facts = facts;
        this.steps = CourseSteps.of(facts.course(), facts.delays(), facts.kind());
    }

    BusinessNumber number() {
        return number;
    }

    Facts facts() {
        return facts;
    }

    List<Course.Step> steps() {
        return steps;
    }

    /** When a step is due, milliseconds. */
    long dueAt(int step) {
        return facts.at() + steps.get(step).after();
    }

    /** The status that the phone would show: the furthest one, or failed. */
    @Nullable
    Status state() {
        return state;
    }

    long stateAt() {
        return stateAt;
    }

    void reach(Status status, long at) {
        Status current = state;
        if (current == null || current == Status.FAILED || status.ordinal() > current.ordinal()) {
            state = status;
            stateAt = at;
        }
    }

    /** Marks a step's webhook as acknowledged; false when it was before. */
    synchronized boolean acknowledge(int step) {
        int bit = 1 << step;
        boolean fresh = (acknowledged & bit) == 0;
        acknowledged |= bit;
        return fresh;
    }

    synchronized boolean isAcknowledged(int step) {
        return (acknowledged & (1 << step)) != 0;
    }

    synchronized int acknowledgedSteps() {
        return acknowledged;
    }

    synchronized boolean isDone() {
        return acknowledged == (1 << steps.size()) - 1;
    }

    /** Completed when the first status was acknowledged; only for a course that wants it before the answer. */
    CompletableFuture<Void> firstAcknowledged() {
        CompletableFuture<Void> future = firstAcknowledged;
        if (future == null) {
            future = new CompletableFuture<>();
            firstAcknowledged = future;
        }
        return future;
    }

    void signalAcknowledged() {
        CompletableFuture<Void> future = firstAcknowledged;
        if (future != null) {
            future.complete(null);
        }
    }

    /** The one step that carries {@code pricing} beside sent: delivered, or read where there is no delivered. */
    boolean isPriced(int step) {
        Status status = steps.get(step).status();
        return switch (status) {
            case SENT, DELIVERED -> true;
            case READ -> steps.stream().noneMatch(other -> other.status() == Status.DELIVERED);
            case PLAYED, FAILED -> false;
        };
    }
}
