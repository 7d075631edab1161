package org.chasqui.embedded;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis broker in this process, on loopback, with a journal that is synced before a send is answered. What it is
 * told here an external broker is told in its {@code broker.xml}: {@code docs/deployment.md} has the same lines.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String DEAD_LETTERS = "DLQ";

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    /**
     * Starts the broker and returns when it accepts connections.
     *
     * @param folder journal, bindings and the like; made when it is not there
     * @param port free port on 127.0.0.1
     * @param user the only one who may log in, with all rights
     * @throws Exception as Artemis throws it, when the broker cannot be started
     */
    public static EmbeddedBroker start(Path folder, int port, String user, String password) throws Exception {
        var security = new SecurityConfiguration();
        security.addUser(user, password);
        security.addRole(user, user);
        var server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration(folder, port, user));
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), security));
        server.start();
        if (!server.getActiveMQServer().waitForActivation(60, TimeUnit.SECONDS)) {
            server.stop();
            throw new IllegalStateException("The broker with its journal in " + folder
                    + " did not become active within 60 s; look into the log for the cause.");
        }
        return new EmbeddedBroker(server);
    }

    /** Stops in order; what is in the queues stays in the journal. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The broker did not stop in order; its journal is read again at the next start", e);
        }
    }

    private static Configuration configuration(Path folder, int port, String user) throws Exception {
        var configuration = new ConfigurationImpl();
        configuration.setName("chasqui");
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        // How long a sync waits for others to join it. Artemis' default of 3.3 ms would be added to every single send.
        configuration.setJournalBufferTimeout_NIO(200_000);
        configuration.setJournalMinFiles(4);
        configuration.setJournalPoolFiles(8);
        // A full disk shall refuse sends by an error, not hang them: rows wait in the database, which reports it.
        configuration.setMaxDiskUsage(-1);
        configuration.setGlobalMaxSize(256L << 20);
        configuration.setSecurityEnabled(true);
        configuration.setJMXManagementEnabled(false);
        configuration.setMessageCounterEnabled(false);
        configuration.addAcceptorConfiguration("loopback", "tcp://127.0.0.1:" + port + "?protocols=CORE");
        configuration.putSecurityRoles("#", Set.of(allRights(user)));
        configuration.addAddressSetting("#", addressSettings());
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(DEAD_LETTERS)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(DEAD_LETTERS)
                        .setAddress(DEAD_LETTERS)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)));
        return configuration;
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                // A ring that is too old is dropped. Empty says that this is meant; null would be warned of for each
                // queue.
                .setExpiryAddress(SimpleString.of(""))
                .setMaxDeliveryAttempts(10)
                .setRedeliveryDelay(1_000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                .setMaxSizeBytes(128L << 20)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false);
    }

    private static Role allRights(String user) {
        return new Role(user, true, true, true, true, true, true, true, true, true, true, true, true);
    }
}
