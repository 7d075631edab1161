package org.chasqui.campaigns.recipients;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many recipients of a campaign are in each state. The sum of the states is the number of recipients: each is in
 * exactly one.
 *
 * @param states how many in each; a state that nobody is in is missing
 * @param replied how many have answered, apart from the states
 */
public record Tally(Map<RecipientState, Long> states, long replied) {
    /** The stored number that stands for replies. */
    static final int REPLIED = 100;

    /** Nobody. */
    public static final Tally NOTHING = new Tally(Map.of(), 0);

    public Tally {
        states = states.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(states));
    }

    /** How many are in a state. */
    public long of(RecipientState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Everybody on the list. */
    public long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many something is still to be sent to. */
    public long open() {
        return of(RecipientState.WAITING) + of(RecipientState.QUEUED);
    }

    /** How many Meta has taken or refused: what an error rate is a part of. */
    public long answered() {
        return of(RecipientState.ACCEPTED)
                + of(RecipientState.SENT)
                + of(RecipientState.DELIVERED)
                + of(RecipientState.READ)
                + of(RecipientState.FAILED);
    }
}
