package org.chasqui.messaging.webhooks.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import org.chasqui.messaging.webhooks.Relay;
import org.chasqui.platform.migrations.Migrations;

/** Hears the rings for endpoints. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "chasqui.outbound.webhooks"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "chasqui-jms"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class WebhookListener implements MessageListener {
    @Inject
    Relay relay;

    @Inject
    Migrations migrations;

    // Declared here and not in a superclass: the container would not see the attribute on an inherited method.
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            // Rings may arrive while the migrations still run: the call returns when they are done.
            migrations.await();
            relay.heard(UUID.fromString(message.getBody(String.class)));
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a ring without an endpoint", unreadable);
        }
    }
}
