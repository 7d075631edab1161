package org.chasqui.web.login;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a session knows: who signed in, and when. A page that is left open asks for news for ever, so a pause alone would
 * never end it.
 */
record SignedIn(String email, Instant at) implements Serializable {
    /** How long nothing may be asked for. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** How long a sign-in holds, whatever is asked for. */
    static final Duration LONGEST = Duration.ofHours(12);

    boolean isOver(Instant now) {
        return !now.isBefore(at.plus(LONGEST));
    }
}
