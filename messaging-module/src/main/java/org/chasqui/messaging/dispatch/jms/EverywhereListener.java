package org.chasqui.messaging.dispatch.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears the rings that reached a node which does not send for the number. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "chasqui.outbound.everywhere"),
            @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = "chasqui-jms"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class EverywhereListener implements MessageListener {
    @Inject
    Rings rings;

    // Declared here and not in a superclass: the container would not see the attribute on an inherited method.
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            rings.heardEverywhere(JmsDoorbell.read(message));
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a ring without a number", unreadable);
        }
    }
}
