package org.chasqui.messaging.webhooks.jms;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSRuntimeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Ringer;
import org.chasqui.messaging.webhooks.WebhookDoorbell;
import org.chasqui.platform.migrations.DatabaseReady;

/**
 * Rings over one JMS queue, the endpoint as the group, so that one node hears all rings for an endpoint as long as it
 * lives. The messages are not persistent: the row is the truth, and a lost ring is made good by the sweeper.
 */
@ApplicationScoped
class JmsWebhookDoorbell implements WebhookDoorbell {
    static final String QUEUE = "chasqui.outbound.webhooks";

    private static final Logger LOG = System.getLogger(JmsWebhookDoorbell.class.getName());
    private static final Duration WORTH = Duration.ofSeconds(30);

    @Resource(lookup = "java:app/jms/chasqui")
    ConnectionFactory connections;

    /** Whoever commits events never waits for the broker. */
    private final Ringer<UUID> ringer = new Ringer<>("ring-webhooks", this::ringNow);

    /** Only while the application starts does the container give the bean its connection factory. */
    void start(@Observes DatabaseReady ready) {
        LOG.log(Level.DEBUG, "rings for endpoints go over {0}", connections);
        ringer.start(BackgroundThreads.FACTORY);
    }

    @PreDestroy
    void stop() {
        ringer.stop();
    }

    @Override
    public void ring(Set<UUID> webhookIds) {
        ringer.ring(webhookIds);
    }

    private void ringNow(Set<UUID> webhookIds) {
        try (var context = connections.createContext()) {
            var queue = context.createQueue(QUEUE);
            for (var id : webhookIds) {
                context.createProducer()
                        .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                        .setTimeToLive(WORTH.toMillis())
                        .setProperty("JMSXGroupID", id.toString())
                        .send(queue, id.toString());
            }
        } catch (JMSRuntimeException brokerAway) {
            // Events are kept without the broker; the sweeper finds what is due.
            LOG.log(Level.WARNING, "the broker could not be rung for an endpoint: {0}", brokerAway.getMessage());
        }
    }
}
