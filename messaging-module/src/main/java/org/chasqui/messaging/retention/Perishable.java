package org.chasqui.messaging.retention;

import java.time.Instant;
import java.util.Optional;

/** Something that is kept for a while and then removed, in small transactions. Implemented by who owns the tables. */
public interface Perishable {

    /** Which setting says how long it is kept. */
    Kept kept();

    /**
     * Looks at the next few of the oldest and removes what may go. Commits by itself.
     *
     * @param before what is as young as this or younger stays
     * @param after where the batch before ended, empty for the first one
     */
    Batch removeNext(Instant before, String after);

    /**
     * What a batch did.
     *
     * @param removed how many things went
     * @param next where it ended, for the batch that follows; empty when there is nothing more to look at
     */
    record Batch(int removed, Optional<String> next) {
        /** Nothing to do, or somebody else does it. */
        public static final Batch NONE = new Batch(0, Optional.empty());
    }
}
