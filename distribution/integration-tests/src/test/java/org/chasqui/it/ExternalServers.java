package org.chasqui.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.chasqui.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A PostgreSQL and an Artemis that are not the product's, for each test class that wants them: nodes on one database share
 * work and keys, and a server of Arquillian lives on to the end. They are stopped after the last test. The broker is told
 * what the {@code broker.xml} in {@code docs/deployment.md} says. Where they are is in system properties, which
 * {@code arquillian.xml} reads too.
 */
final class ExternalServers implements BeforeAllCallback {

    static final String DATABASE_PASSWORD = "external-database";
    static final String BROKER_PASSWORD = "external-broker";

    private static Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(ExternalServers.class))
                .getOrComputeIfAbsent(context.getRequiredTestClass(), ExternalServers::start, Running.class);
    }

    static String databaseAddress() {
        return "127.0.0.1:" + System.getProperty("external.database.port");
    }

    static String brokerAddress() {
        return "127.0.0.1:" + System.getProperty("external.broker.port");
    }

    /** The block of code in {@code docs/deployment.md} that stands under this mark. */
    static String documented(String mark) {
        try {
            String page = Files.readString(Product.repository().resolve("docs/deployment.md"));
            var block = Pattern.compile("<!-- test: " + Pattern.quote(mark) + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                    .matcher(page);
            if (!block.find()) {
                throw new AssertionError("docs/deployment.md has no block marked: " + mark);
            }
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the test class that runs. */
    static Running running() {
        return Objects.requireNonNull(running);
    }

    private static Running start(Class<?> user) {
        try {
            Path folder = Path.of(System.getProperty("chasqui.it.folder"), "external-" + user.getSimpleName());
            Product.deleteTree(folder);
            Files.createDirectories(folder);
            System.setProperty("external.database.port", Integer.toString(Product.freePort()));
            int brokerPort = Product.freePort();
            System.setProperty("external.broker.port", Integer.toString(brokerPort));
            Path adapter = Files.writeString(
                    folder.resolve("deploy-adapter.txt"),
                    "deploy --name chasqui-jms "
                            + Product.repository().resolve("distribution/rar/target/chasqui-jms.rar") + "\n");
            System.setProperty("external.deploy-adapter", adapter.toString());
            running = new Running(folder);
            return running;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedActiveMQ broker(Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("broker.xml"),
                documented("broker.xml")
                        .replace("mq.example.org:61616", brokerAddress())
                        .replace(">data/", ">" + folder.resolve("broker") + "/"));
        var users = new SecurityConfiguration();
        users.addUser("chasqui", BROKER_PASSWORD);
        users.addRole("chasqui", "chasqui");
        var broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(file.toUri().toString());
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        return broker;
    }

    /** The two servers of one test class, which a test may break. */
    static final class Running implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final Path folder;
        private EmbeddedPostgres database;
        private EmbeddedActiveMQ broker;

        private Running(Path folder) throws Exception {
            this.folder = folder;
            database = database();
            broker = broker(folder);
        }

        private EmbeddedPostgres database() throws Exception {
            return EmbeddedPostgres.start(
                    folder.resolve("runtime"),
                    folder.resolve("database"),
                    folder.resolve("database.log"),
                    Integer.getInteger("external.database.port"),
                    DATABASE_PASSWORD);
        }

        /** Ends the database as a crash does: connections are cut, nothing is rolled back or written out in order. */
        void crashDatabase() throws Exception {
            String pid = Files.readAllLines(folder.resolve("database/postmaster.pid"))
                    .get(0);
            var postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor();
            postmaster.onExit().get(60, TimeUnit.SECONDS);
        }

        void startDatabase() throws Exception {
            database = database();
        }

        void stopBroker() throws Exception {
            broker.stop();
        }

        void startBroker() throws Exception {
            broker = broker(folder);
        }

        @Override
        public void close() throws Exception {
            broker.stop();
            database.close();
        }
    }
}
