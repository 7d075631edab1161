package org.chasqui.messaging.dispatch.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSRuntimeException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only when the broker answers. */
@Readiness
@ApplicationScoped
class BrokerReady implements HealthCheck {
    @Resource(lookup = "java:app/jms/chasqui")
    ConnectionFactory connections;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("broker");
        try (var context = connections.createContext()) {
            return response.up()
                    .withData("provider", context.getMetaData().getJMSProviderName())
                    .build();
        } catch (JMSRuntimeException | jakarta.jms.JMSException away) {
            return response.down()
                    .withData("error", String.valueOf(away.getMessage()))
                    .build();
        }
    }
}
