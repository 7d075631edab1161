package org.chasqui.messaging.messages;

import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.platform.graph.GraphErrors;

/** What a person can do about a message that went wrong, in a sentence or two; the same on pages, in answers and in events. */
public final class Advice {
    private static final String OPTED_OUT = "Write again only after the person has opted in.";

    private static final String GIVEN_UP =
            "Nobody knows whether the person has it: ask, before you send it anew. Should Meta still tell of a delivery, it"
                    + " counts.";

    private static final String UNKNOWN_CODE =
            "Wait: if no status comes within seconds, the code is posted again while it is valid.";

    private static final String UNKNOWN =
            "Meta may or may not have it. A status from Meta settles it; it is not posted again by itself, because"
                    + " a second copy would be worse. If nothing comes within minutes, resend it or give it up.";

    private Advice() {}

    /**
     * The advice for a problem.
     *
     * @param status what has become of the message
     * @param lane decides what we do ourselves about an unknown outcome
     */
    public static String on(Fact.Problem problem, MessageStatus status, Lane lane) {
        if (problem.code() != 0) {
            return GraphErrors.advice(problem.code(), null).advice();
        }
        if (status == MessageStatus.FAILED) {
            return problem.equals(Fact.Problem.OPTED_OUT) ? OPTED_OUT : GIVEN_UP;
        }
        return lane == Lane.AUTHENTICATION ? UNKNOWN_CODE : UNKNOWN;
    }
}
