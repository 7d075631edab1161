package org.chasqui.messaging.dispatch;

import java.util.Set;
import org.chasqui.messaging.messages.ledger.Queue;

/** Port to whatever carries the news that something waits. A lost ring costs a second, a doubled one nothing. */
public interface Doorbell {
    /** Tells some node that these lanes have something to send. Returns at once and never fails. */
    void ring(Set<Queue.Due> lanes);

    /** Tells every node: the one that got the ring does not send for this number. */
    void ringEverywhere(Queue.Due lane);
}
