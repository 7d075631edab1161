package org.chasqui.messaging.inbound;

import java.util.OptionalLong;
import org.chasqui.messaging.sql.DatabaseTrouble;

/**
 * How the merge goes on after a failure. A batch that cannot be merged is gone through one by one, so that the one that is
 * to blame is found; that one is tried thrice more and then set aside. Trouble that passes blames nobody.
 */
final class MergeCare {
    private static final int TRIES = 3;

    private final int largest;
    private int alone;
    private long blamed;
    private int failures;

    /** @param largest webhooks in one batch at most */
    MergeCare(int largest) {
        this.largest = largest;
    }

    /** How many to merge next. */
    int most() {
        return alone > 0 ? 1 : largest;
    }

    /** So many were merged. */
    void merged(int count) {
        failures = 0;
        // Fewer than were asked for: the line is empty, and whoever was to blame is not in it any more.
        alone = count < most() ? 0 : Math.max(0, alone - 1);
    }

    /**
     * Merging has failed.
     *
     * @return the webhook that is to be set aside; empty while it is worth trying again
     */
    OptionalLong failed(RuntimeException failure) {
        if (DatabaseTrouble.isPassing(failure)) {
            return OptionalLong.empty();
        }
        alone = Math.max(alone, most());
        if (!(failure instanceof MergeFailed one)) {
            return OptionalLong.empty();
        }
        failures = one.rawId() == blamed ? failures + 1 : 1;
        blamed = one.rawId();
        return failures < TRIES ? OptionalLong.empty() : OptionalLong.of(blamed);
    }
}
