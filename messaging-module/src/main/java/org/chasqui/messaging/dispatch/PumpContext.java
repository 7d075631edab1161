package org.chasqui.messaging.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;

/** What a pump needs of the world around it. */
interface PumpContext {
    Instant now();

    /** How many calls of one number may be under way. */
    int slotsPerNumber();

    /**
     * Takes places for calls among all that this node may have under way, waiting a moment for the first: what is
     * claimed must not wait here for a connection, because nobody else could send it if this node died.
     *
     * @return how many it took, 0 to {@code most}
     */
    int reserve(int most) throws InterruptedException;

    /** Gives places back: calls have ended, or were not needed. */
    void release(int places);

    Optional<SenderNumber> number(UUID numberId);

    /** Nanoseconds until a held number may try again; 0 when it is not held. */
    long nanosOfHold(UUID numberId);

    /** Whether the number was held and has not succeeded since: then one message tries at a time. */
    boolean isOnProbation(UUID numberId);

    /** Whether Meta has said that the number or its account cannot send: then messages wait, and expire in time. */
    boolean isObstructed(UUID numberId);

    List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit);

    /** Calls Meta for a claim, on a thread of its own. */
    void send(NumberPump pump, SenderNumber number, Claim claim);

    /** Puts a claim back for a while, because its recipient gets too many messages; no call was made. */
    void postpone(Claim claim, Duration wait);

    /** Ends a claim whose validity has passed. */
    void expire(Claim claim);

    /** Ends a claim whose person has opted out while it waited. */
    void respectOptOut(Claim claim);
}
