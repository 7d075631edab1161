package org.chasqui.messaging.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;

/** A node with one number: nothing waits, and nothing is in the way of what a test lets wait. */
class QuietNode implements PumpContext {
    static final UUID NUMBER = UUID.fromString("0193d000-0000-7000-8000-0000000000aa");

    final SenderNumber number = new SenderNumber(
            NUMBER, NUMBER, NUMBER, "1", "2", "+55 11 95550-0167", null, "GREEN", null, "HIGH", 1_000, "CONNECTED");

    /** A message that waits in a lane of the number, for a minute. */
    static Claim claim(Lane lane) {
        return new Claim(
                UUID.randomUUID(),
                NUMBER,
                lane,
                "5511955501234",
                "text",
                "{}",
                null,
                1,
                Workbench.NOW.plusSeconds(60),
                false,
                false);
    }

    @Override
    public Instant now() {
        return Workbench.NOW;
    }

    @Override
    public int slotsPerNumber() {
        return 64;
    }

    @Override
    public int reserve(int most) {
        return most;
    }

    @Override
    public void release(int places) {}

    @Override
    public Optional<SenderNumber> number(UUID numberId) {
        return Optional.of(number);
    }

    @Override
    public long nanosOfHold(UUID numberId) {
        return 0;
    }

    @Override
    public boolean isOnProbation(UUID numberId) {
        return false;
    }

    @Override
    public boolean isObstructed(UUID numberId) {
        return false;
    }

    @Override
    public List<Claim> claim(UUID numberId, Lane lane, long epoch, int limit) {
        return List.of();
    }

    @Override
    public void send(NumberPump pump, SenderNumber to, Claim claim) {}

    @Override
    public void postpone(Claim claim, Duration wait) {}

    @Override
    public void expire(Claim claim) {}

    @Override
    public void respectOptOut(Claim claim) {}
}
