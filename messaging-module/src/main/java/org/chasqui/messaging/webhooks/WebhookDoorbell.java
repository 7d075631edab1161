package org.chasqui.messaging.webhooks;

import java.util.Set;
import java.util.UUID;

/** Port to whatever carries the news that an endpoint has something due. A lost ring costs a second, a doubled one nothing. */
public interface WebhookDoorbell {
    /** Tells some node that these endpoints have something due. */
    void ring(Set<UUID> webhookIds);
}
