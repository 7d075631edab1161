package org.chasqui.api.botmaker.wire;

import java.util.UUID;

/**
 * What is made of the id that an idempotency key reserves: the same ids for each run of a call, and rising, for the order in which
 * messages to one person go out is that of their ids.
 */
public final class ReservedIds {
    /** How many messages one thing that a call wants may become. */
    private static final int MESSAGE_BITS = 12;

    private static final long MESSAGES = (1L << MESSAGE_BITS) - 1;
    private static final long PLACES = (1L << 2 * MESSAGE_BITS) - 1;

    private ReservedIds() {}

    /**
     * The id of a message of a call.
     *
     * @param place from 0, below 4,096
     */
    public static UUID ofMessage(UUID reserved, int place) {
        return new UUID(reserved.getMostSignificantBits(), reserved.getLeastSignificantBits() & ~MESSAGES | place);
    }

    /**
     * The id that is reserved for one of many things that a call wants; below it is room for the messages of each.
     *
     * @param place from 0, below 4,096
     */
    public static UUID ofItem(UUID reserved, int place) {
        return new UUID(
                reserved.getMostSignificantBits(),
                reserved.getLeastSignificantBits() & ~PLACES | (long) place << MESSAGE_BITS);
    }
}
