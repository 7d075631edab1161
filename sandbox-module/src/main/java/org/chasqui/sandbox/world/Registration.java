package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.chasqui.sandbox.meta.GraphFailure;
import org.jspecify.annotations.Nullable;

/** How a number stands with the Cloud API: whether it is registered, the PIN that this takes, and the tries so far. */
public final class Registration {

    /** How often a number may be registered in 72 hours. */
    static final int MAX_TRIES = 10;

    private static final long SPAN = 72 * 3_600_000L;
    private static final int MAX_GUESSES = 5;

    private final Deque<Long> tries = new ArrayDeque<>();
    private volatile boolean registered = true;
    private volatile boolean verified = true;
    private volatile int wrongGuesses;
    private volatile int answerAfter;
    private volatile @Nullable String pin;

    Registration() {}

    public boolean isRegistered() {
        return registered;
    }

    /** Whether the owner of the number has entered a code for it. */
    public boolean isVerified() {
        return verified;
    }

    /** Whether a two-step PIN was set. */
    public boolean hasPin() {
        return pin != null;
    }

    /** How often the number was registered in the 72 hours before a time (milliseconds), failed tries included. */
    public synchronized int tries(long now) {
        tries.removeIf(at -> at <= now - SPAN);
        return tries.size();
    }

    /** How long the answer to a registration takes, in milliseconds. */
    public int answerAfter() {
        return answerAfter;
    }

    void answerAfter(int millis) {
        answerAfter = millis;
    }

    /**
     * Registers with a PIN; ten tries in 72 hours, then 133016; a number that was never verified is refused (133006); a PIN
     * that was set before must match (133005), and after five wrong ones no other is taken (133008).
     *
     * @return the failure, or null
     */
    synchronized @Nullable GraphFailure register(String givenPin, long now) {
        if (tries(now) >= MAX_TRIES) {
            return GraphFailure.of(133016);
        }
        tries.add(now);
        if (!verified) {
            return GraphFailure.of(133006);
        }
        if (wrongGuesses >= MAX_GUESSES) {
            return GraphFailure.of(133008);
        }
        if (pin != null && !givenPin.equals(pin)) {
            wrongGuesses++;
            return GraphFailure.of(133005);
        }
        pin = givenPin;
        wrongGuesses = 0;
        registered = true;
        return null;
    }

    synchronized void deregister() {
        registered = false;
    }

    synchronized void forgetPin() {
        pin = null;
        wrongGuesses = 0;
    }

    /** Changes what is given: null, and less than 0 tries, leave it as it is. */
    synchronized void prepare(@Nullable String newPin, @Nullable Boolean isVerified, int newTries, long now) {
        if (newPin != null) {
            pin = newPin;
        }
        if (isVerified != null) {
            verified = isVerified;
        }
        if (newTries >= 0) {
            tries.clear();
            for (int i = 0; i < newTries; i++) {
                tries.add(now);
            }
        }
    }

    /** Adds what is kept of it to the record of its number. */
    synchronized void writeTo(ObjectNode number) {
        number.put("registered", registered).put("pin", pin).put("verified", verified);
        var kept = number.putArray("registrations");
        tries.forEach(kept::add);
    }

    static Registration fromJson(JsonNode number) {
        Registration registration = new Registration();
        registration.registered = number.path("registered").asBoolean(true);
        registration.pin = number.path("pin").isTextual() ? number.path("pin").asText() : null;
        registration.verified = number.path("verified").asBoolean(true);
        number.path("registrations").forEach(at -> registration.tries.add(at.asLong()));
        return registration;
    }
}
