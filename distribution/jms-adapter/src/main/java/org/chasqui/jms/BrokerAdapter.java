package org.chasqui.jms;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;

/**
 * Artemis' resource adapter, told where its broker is by {@code chasqui.broker.url} ({@code CHASQUI_BROKER_URL}) and
 * who connects by {@code chasqui.broker.user} and {@code .password}. So the same RAR serves the broker inside the one
 * jar and a cluster outside, without a deployment descriptor to edit.
 *
 * <p>A resource adapter starts before any application, where MicroProfile Config is not to be had: system properties
 * and the environment are read directly, in MicroProfile's order and spelling.
 */
public class BrokerAdapter extends ActiveMQResourceAdapter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(BrokerAdapter.class.getName());
    private static final String NETTY = "org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory";

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            var url = BrokerUrl.parse(setting("chasqui.broker.url", "tcp://127.0.0.1:61616"));
            connectTo(url);
            LOG.log(
                    Level.INFO,
                    "Broker: {0}",
                    url.connectionParameters().replaceAll("(?i)(password)=[^;,]*", "$1=***"));
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException(e.getMessage(), e);
        }
        super.start(context);
    }

    private void connectTo(BrokerUrl url) {
        setConnectorClassName(url.connectorClassNames(NETTY));
        setConnectionParameters(url.connectionParameters());
        setUserName(setting("chasqui.broker.user", "chasqui"));
        setPassword(setting("chasqui.broker.password", "chasqui"));
        // Inbound: a broker that is gone, or not there yet, is asked for again until it answers.
        setSetupAttempts(-1);
        setSetupInterval(1_000L);
        // Outbound: a send fails at once rather than hanging its request. Rows wait in the database and are rung again.
        setHA(url.isCluster());
        setInitialConnectAttempts(url.isCluster() ? 5 : 1);
        setReconnectAttempts(url.isCluster() ? 10 : 0);
        setRetryInterval(500L);
        setCallTimeout(10_000L);
        setConnectionTTL(30_000L);
        setClientFailureCheckPeriod(10_000L);
    }

    private static String setting(String key, String fallback) {
        String property = System.getProperty(key);
        if (property != null && !property.isBlank()) {
            return property;
        }
        String variable = System.getenv(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
        return variable != null && !variable.isBlank() ? variable : fallback;
    }
}
