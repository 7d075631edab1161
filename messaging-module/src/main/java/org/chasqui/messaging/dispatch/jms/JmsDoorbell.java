package org.chasqui.messaging.dispatch.jms;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.messaging.batching.Ringer;
import org.chasqui.messaging.dispatch.Doorbell;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.platform.migrations.DatabaseReady;

/**
 * Rings over JMS: one queue for each lane, the number as the group, so that one node hears all rings for a number as
 * long as it lives. The messages are not persistent: the row is the truth, and a ring that is lost is made good by the
 * sweeper.
 */
@ApplicationScoped
class JmsDoorbell implements Doorbell {
    static final String QUEUE_PREFIX = "chasqui.outbound.";
    static final String TOPIC = "chasqui.outbound.everywhere";
    static final String LANE = "lane";

    private static final Logger LOG = System.getLogger(JmsDoorbell.class.getName());
    private static final Duration WORTH = Duration.ofSeconds(30);

    @Resource(lookup = "java:app/jms/chasqui")
    ConnectionFactory connections;

    /** Accepting never waits for the broker. */
    private final Ringer<Queue.Due> ringer = new Ringer<>("ring", this::ringNow);

    /** Only while the application starts does the container give the bean its connection factory. */
    void start(@Observes DatabaseReady ready) {
        LOG.log(Level.DEBUG, "rings go over {0}", connections);
        ringer.start(BackgroundThreads.FACTORY);
    }

    @PreDestroy
    void stop() {
        ringer.stop();
    }

    @Override
    public void ring(Set<Queue.Due> lanes) {
        ringer.ring(lanes);
    }

    private void ringNow(Set<Queue.Due> lanes) {
        send(context -> {
            for (var due : lanes) {
                send(context, context.createQueue(queueOf(due.lane())), due);
            }
        });
    }

    @Override
    public void ringEverywhere(Queue.Due due) {
        send(context -> send(context, context.createTopic(TOPIC), due));
    }

    static String queueOf(Lane lane) {
        return QUEUE_PREFIX + lane.name().toLowerCase(Locale.ROOT);
    }

    static Queue.Due read(Message message) throws JMSException {
        var numberId = UUID.fromString(message.getBody(String.class));
        return new Queue.Due(numberId, Lane.ofCode(message.getIntProperty(LANE)));
    }

    private static void send(JMSContext context, Destination destination, Queue.Due due) {
        context.createProducer()
                .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                .setTimeToLive(WORTH.toMillis())
                .setProperty("JMSXGroupID", due.numberId().toString())
                .setProperty(LANE, due.lane().code())
                .send(destination, due.numberId().toString());
    }

    private void send(Consumer<JMSContext> rings) {
        try (var context = connections.createContext()) {
            rings.accept(context);
        } catch (JMSRuntimeException brokerAway) {
            // Accepting goes on without the broker; the sweeper finds what waits.
            LOG.log(Level.WARNING, "the broker could not be rung: {0}", brokerAway.getMessage());
        }
    }
}
