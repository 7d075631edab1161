package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;

/** A row and a message in the embedded database and broker of a product: both must outlive its process. */
final class Kept {
    private static final String QUEUE = "kept";
    private static final long PATIENCE_MILLIS = 30_000;

    private Kept() {}

    static void write(Product product) throws Exception {
        try (var connection = connect(product);
                var statement = connection.createStatement()) {
            statement.execute("create table kept_by_test (id int primary key)");
            statement.execute("insert into kept_by_test values (1)");
        }
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

    static void isThere(Product product) throws Exception {
        try (var connection = connect(product);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from kept_by_test")) {
            row.next();
            assertThat(row.getLong(1)).as("the row").isEqualTo(1);
        }
        try (var locator = ActiveMQClient.createServerLocator(product.brokerUrl());
                var factory = locator.createSessionFactory();
                var session = session(product, factory)) {
            session.start();
            var message = session.createConsumer(QUEUE).receive(PATIENCE_MILLIS);
            assertThat(message).as("the message").isNotNull();
            message.acknowledge();
            assertThat(message.getBodyBuffer().readString()).isEqualTo("hello");
        }
    }

    private static Connection connect(Product product) throws SQLException {
        return DriverManager.getConnection(product.databaseUrl(), "chasqui", product.secret("database.password"));
    }

    private static ClientSession session(Product product, ClientSessionFactory factory) throws Exception {
        return factory.createSession("chasqui", product.secret("broker.password"), false, true, true, false, 1);
    }
}
