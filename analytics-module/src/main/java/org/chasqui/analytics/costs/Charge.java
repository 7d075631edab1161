package org.chasqui.analytics.costs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What some messages cost.
 *
 * @param messages how many they are
 * @param charged how many of them cost something
 * @param unpriced how many of them would, but no card knows how much
 * @param carried how many of the charged have a price that a newer card did not tell
 * @param amount in their currency
 * @param effectiveOn the day from which the prices hold, the newest of them; {@link LocalDate#EPOCH} when there is none
 */
record Charge(long messages, long charged, long unpriced, long carried, BigDecimal amount, LocalDate effectiveOn) {
    static final Charge NOTHING = new Charge(0, 0, 0, 0, BigDecimal.ZERO, LocalDate.EPOCH);

    static Charge free(long messages) {
        return new Charge(messages, 0, 0, 0, BigDecimal.ZERO, LocalDate.EPOCH);
    }

    static Charge unpriced(long messages, long unpriced) {
        return new Charge(messages, 0, unpriced, 0, BigDecimal.ZERO, LocalDate.EPOCH);
    }

    Charge plus(Charge other) {
        if (other == NOTHING || this == NOTHING) {
            return this == NOTHING ? other : this;
        }
        return new Charge(
                messages + other.messages,
                charged + other.charged,
                unpriced + other.unpriced,
                carried + other.carried,
                amount.add(other.amount),
                effectiveOn.isAfter(other.effectiveOn) ? effectiveOn : other.effectiveOn);
    }
}
