package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only the container can answer: that the names in {@code web.xml} lead to a data source and a connection factory, and
 * that a transaction spans what happens inside it. It runs inside the WAR that ships, on an unmodified Payara Micro.
 */
@ExtendWith({ExternalServers.class, ArquillianExtension.class})
class InContainerIT {

    @Resource(lookup = "java:app/jdbc/chasqui")
    private DataSource database;

    @Resource(lookup = "java:app/jms/chasqui")
    private ConnectionFactory broker;

    @Inject
    @JMSConnectionFactory("java:app/jms/chasqui")
    private JMSContext context;

    @Inject
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, new File(System.getProperty("chasqui.repository"), "webapp/target/chasqui.war"));
    }

    @Test
    void rollbackTakesBackRowsAndMessages() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists in_container (id int)");
        }
        transaction.begin();
        insert();
        context.createProducer().send(context.createQueue("in-container-rolled-back"), "never");
        transaction.rollback();
        assertThat(count()).isZero();
        assertThat(receive("in-container-rolled-back", 200)).isNull();

        transaction.begin();
        insert();
        insert();
        transaction.commit();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void committedMessageArrives() throws Exception {
        transaction.begin();
        context.createProducer().send(context.createQueue("in-container"), "here");
        transaction.commit();
        assertThat(receive("in-container", 30_000)).isEqualTo("here");
    }

    @Test
    void poolRewritesBatchesAndNamesItself() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show application_name")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("chasqui");
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private String receive(String queue, long millis) {
        try (var own = broker.createContext();
                var consumer = own.createConsumer(own.createQueue(queue))) {
            return consumer.receiveBody(String.class, millis);
        }
    }

    private void insert() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into in_container values (1)");
        }
    }

    private long count() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from in_container")) {
            row.next();
            return row.getLong(1);
        }
    }
}
