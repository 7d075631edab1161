package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.Driver;

/**
 * What only the container can answer: that the names in {@code web.xml} lead to a data source and a connection factory, and
 * that a transaction spans what happens inside it. It runs on an unmodified Payara Micro with the adapter that ships, in a WAR
 * with nothing but what {@code web.xml} says of the two: all of Chasqui is deployed there by {@link PlainDeploymentIT}.
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
    static WebArchive war() throws Exception {
        return ShrinkWrap.create(WebArchive.class)
                .setWebXML(new StringAsset(connections()))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibrary(new File(Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    /** The {@code web.xml} of the WAR that ships, without all but the data source and the connection factory. */
    private static String connections() throws IOException {
        try (var war = FileSystems.newFileSystem(Product.repository().resolve("webapp/target/chasqui.war"))) {
            var shipped = Files.readString(war.getPath("WEB-INF/web.xml"));
            return part(shipped, "<\\?xml.*?<web-app.*?>")
                    + part(shipped, "<data-source>.*?</data-source>")
                    + part(shipped, "<jms-connection-factory>.*?</jms-connection-factory>")
                    + "</web-app>";
        }
    }

    private static String part(String text, String pattern) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
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
