package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;

/** The whole story of one call: mark, post, judge, settle. */
@ApplicationScoped
class SendStep {
    private static final Logger LOG = System.getLogger(SendStep.class.getName());

    private static final String OUT_OF_REACH = "Meta cannot be reached";

    @Inject
    PhoneNumbers numbers;

    @Inject
    Payloads payloads;

    @Inject
    GraphSender graph;

    @Inject
    Settler settler;

    @Inject
    Holds holds;

    @Inject
    Clock clock;

    void send(NumberPump pump, SenderNumber number, Claim claim, InFlightRing ring) {
        boolean accepted = false;
        try {
            // An upload may take its time; the message counts as being on the wire only after it.
            var payload = prepare(number, claim);
            int slot = ring.enter(claim.messageId());
            var result = call(pump, number, payload);
            var outcome = OutcomeTable.judge(result);
            if (outcome instanceof SendOutcome.Refused refused && payloads.isMended(number, claim, refused.error())) {
                // Meta has refused for certain, and the reason is gone.
                result = call(pump, number, prepare(number, claim));
                outcome = OutcomeTable.judge(result);
            }
            accepted = outcome instanceof SendOutcome.Accepted;
            settler.settle(new Settled(
                            claim, result, outcome, SendPolicy.decide(outcome, claim.lane(), claim.attempt())))
                    .whenComplete((written, failed) -> {
                        if (failed == null) {
                            ring.leave(slot);
                            // The next message to the same person may be waiting for this one.
                            pump.ringAfterCall(claim.lane());
                        }
                    });
            steer(pump, number, result, outcome);
        } catch (InterruptedException stopping) {
            // While it waited for a slot: nothing was posted.
            settler.settle(Settled.withoutCall(claim, new Verdict.Postpone(Duration.ZERO)));
            Thread.currentThread().interrupt();
        } finally {
            pump.callEnded(accepted);
        }
    }

    /** The body of the call, or what kept it from being made, which is thrown where the body is asked for. */
    private Supplier<String> prepare(SenderNumber number, Claim claim) {
        try {
            var body = payloads.of(number, claim);
            return () -> body;
        } catch (RuntimeException notReady) {
            return () -> {
                throw notReady;
            };
        }
    }

    private CallResult call(NumberPump pump, SenderNumber number, Supplier<String> payload) {
        if (!pump.isTrusted()) {
            // This node slept through the end of its lease: another one may be sending for the number by now.
            return notCalled(new IllegalStateException("the lease of the number ran out before the call"));
        }
        try {
            return graph.post(number, numbers.accessToken(number), payload.get());
        } catch (RuntimeException notReady) {
            // The token is missing or unreadable, a medium cannot be had, or the database is away: nothing left us.
            return notCalled(notReady);
        }
    }

    private CallResult notCalled(RuntimeException why) {
        return new CallResult(clock.instant(), 0, 0, null, why, false);
    }

    private void steer(NumberPump pump, SenderNumber number, CallResult result, SendOutcome outcome) {
        noteReach(pump, number, result, outcome);
        if (SendPolicy.isThrottle(outcome)) {
            pump.slowDown();
        }
        if (SendPolicy.pausesNumber(outcome)) {
            hold(number, outcome);
        } else if (outcome instanceof SendOutcome.Accepted && holds.of(number.id()) != null) {
            holds.clear(number.id());
        }
    }

    /** Whether the way to Meta is open; what we could not prepare ourselves says nothing of it. */
    private void noteReach(NumberPump pump, SenderNumber number, CallResult result, SendOutcome outcome) {
        if (result.failure() != null && !(result.failure() instanceof IOException)) {
            return;
        }
        boolean reached = !(outcome instanceof SendOutcome.NotSent);
        var hold = holds.of(number.id());
        if (SendPolicy.isOutOfReach(pump.noteReach(reached))) {
            holds.hold(number.id(), OUT_OF_REACH, null, clock.instant().plus(SendPolicy.reachPause()));
            LOG.log(Level.WARNING, "number {0} rests: {1}", number.phoneNumberId(), OUT_OF_REACH);
        } else if (reached && hold != null && hold.reason().equals(OUT_OF_REACH)) {
            holds.clear(number.id());
        }
    }

    private void hold(SenderNumber number, SendOutcome outcome) {
        var until = clock.instant().plus(SendPolicy.numberPause());
        if (outcome instanceof SendOutcome.Refused refused) {
            var problem = SendPolicy.problem(refused.error());
            holds.hold(number.id(), problem.title(), problem.code(), until);
            LOG.log(Level.WARNING, "number {0} rests: Meta answered {1}", number.phoneNumberId(), problem.code());
        } else if (outcome instanceof SendOutcome.NotGraph notGraph) {
            holds.hold(number.id(), notGraph.reason(), null, until);
            LOG.log(Level.WARNING, "number {0} rests: {1}", number.phoneNumberId(), notGraph.reason());
        }
    }
}
