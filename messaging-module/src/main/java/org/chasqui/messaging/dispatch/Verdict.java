package org.chasqui.messaging.dispatch;

import java.time.Duration;
import org.chasqui.messaging.messages.ledger.Fact;
import org.jspecify.annotations.Nullable;

/** What is to be done with a message after a call. */
sealed interface Verdict {
    /** Meta has it. */
    record Done(String wamid, @Nullable String waId) implements Verdict {}

    /** It has failed for good. */
    record Fail(Fact.Problem problem) implements Verdict {}

    /**
     * It goes back into the queue.
     *
     * @param after not before
     * @param resend whether the call may have reached Meta
     */
    record Again(Duration after, boolean resend) implements Verdict {}

    /** No call was made: its person gets too many messages just now. */
    record Postpone(Duration by) implements Verdict {}

    /** Its validity has passed; no call was made. */
    record Expire() implements Verdict {}

    /** Nobody knows; a status or the policy of its category settles it. */
    record Hold(Fact.Problem problem) implements Verdict {}
}
