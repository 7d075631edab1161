package org.chasqui.messaging.dispatch.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears the rings of the utility lane. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "chasqui.outbound.utility"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "chasqui-jms"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class UtilityListener implements MessageListener {
    @Inject
    Rings rings;

    // Declared here and not in a superclass: the container would not see the attribute on an inherited method.
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            rings.heard(JmsDoorbell.read(message));
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a ring without a number", unreadable);
        }
    }
}
