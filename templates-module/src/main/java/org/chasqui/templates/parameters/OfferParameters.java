package org.chasqui.templates.parameters;

import org.chasqui.templates.definition.Shape;

/** The end of a limited-time offer. */
final class OfferParameters {
    private OfferParameters() {}

    static void check(Shape shape, Given components) {
        var offer = shape.offer();
        if (offer != null && offer.expires() && components.find("limited_time_offer") == null) {
            components.fault("has no limited_time_offer; the offer of the template ends, and the message says when:"
                    + " expiration_time_ms.");
        }
    }
}
