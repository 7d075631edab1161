package org.chasqui.messaging.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Meta's customer service window: free-form messages are allowed for 24 hours after a person's last message. */
public final class ServiceWindow {
    private static final Duration LENGTH = Duration.ofHours(24);

    private static final Set<String> NOT_OPENED_BY = Set.of("system", "unsupported", "edit", "revoke");

    private ServiceWindow() {}

    /** When the window ends that a message opens. */
    public static Instant endOf(Instant writtenAt) {
        return writtenAt.plus(LENGTH);
    }

    /**
     * Whether an inbound message of a type opens the window. Notices of the system, messages that Meta could not show
     * us, edits and deletions do not: Meta does not say that they do.
     */
    public static boolean isOpenedBy(String type) {
        return !NOT_OPENED_BY.contains(type);
    }
}
