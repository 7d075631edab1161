package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.Test;

class StopAndKillIT {

    private static final int SIGTERM_EXIT = 143;
    private static final String QUEUE = "kept";

    @Test
    void whatWasAnsweredOrBegunSurvivesKillNineAndAnOrderlyStopLeavesNoProcess() throws Exception {
        try (var product = Product.named("kill").start().awaitReady()) {
            writeRow(product);
            send(product);
            var half = HalfMade.begin(product);

            product.kill9();
            assertThat(product.databaseProcesses())
                    .as("the database outlived it")
                    .isNotEmpty();

            // The second start also shows that the newest JDK on this machine will do.
            newestJdk().ifPresent(product::onJdk);
            product.restart().awaitReady();
            assertThat(product.output()).contains("starts on Java " + product.javaVersion());
            assertThat(rows(product)).isEqualTo(1);
            assertThat(received(product)).isEqualTo("hello");
            assertThat(product.output())
                    .doesNotContainPattern("(?m)^ +(Password|API key) ")
                    .doesNotContain("cm_");
            sendAndAwaitRead(product);
            half.isFinishedOnce(product);

            assertThat(product.stop()).isEqualTo(SIGTERM_EXIT);
            assertThat(product.output()).contains("stopped").doesNotContain("not in order");
            assertThat(product.databaseProcesses()).isEmpty();
            assertThat(product.dataFolder().resolve("database/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void stopWhileItStartsLeavesNoProcess() {
        try (var product = Product.named("stop-early").start().awaitOutput("server ready")) {
            product.stop();
            assertThat(product.output()).doesNotContain("\tat ").doesNotContain("cannot start");
            assertThat(product.databaseProcesses()).isEmpty();
        }
    }

    /** The smoke test: the whole way out to Meta and back. */
    private static void sendAndAwaitRead(Product product) {
        var api = Api.of(product);
        var sent = api.post("/whatsapp/messages/template", Sending.template(Sending.firstNumber(api), "+4915110000001"))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "read");
    }

    private static void writeRow(Product product) throws Exception {
        try (var connection = connect(product);
                var statement = connection.createStatement()) {
            statement.execute("create table kept_by_test (id int primary key)");
            statement.execute("insert into kept_by_test values (1)");
        }
    }

    private static long rows(Product product) throws Exception {
        try (var connection = connect(product);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from kept_by_test")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(Product product) throws Exception {
        return DriverManager.getConnection(product.databaseUrl(), "chasqui", product.secret("database.password"));
    }

    private static void send(Product product) throws Exception {
        try (var locator = ActiveMQClient.createServerLocator(product.brokerUrl());
                var factory = locator.createSessionFactory();
                var session = session(product, factory)) {
            session.createQueue(QueueConfiguration.of(QUEUE)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
            var message = session.createMessage(true);
            message.getBodyBuffer().writeString("hello");
            session.createProducer(QUEUE).send(message);
        }
    }

    private static String received(Product product) throws Exception {
        try (var locator = ActiveMQClient.createServerLocator(product.brokerUrl());
                var factory = locator.createSessionFactory();
                var session = session(product, factory)) {
            session.start();
            var message = session.createConsumer(QUEUE).receive(30_000);
            assertThat(message).as("the message that was sent before the kill").isNotNull();
            message.acknowledge();
            return message.getBodyBuffer().readString();
        }
    }

    private static ClientSession session(
            Product product, org.apache.activemq.artemis.api.core.client.ClientSessionFactory factory)
            throws Exception {
        return factory.createSession("chasqui", product.secret("broker.password"), false, true, true, false, 1);
    }

    private static Optional<Path> newestJdk() throws Exception {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var homes = Files.list(folder)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .max(Comparator.comparingInt(Product::javaVersion))
                    .filter(home -> Product.javaVersion(home) >= 17);
        }
    }
}
