package org.chasqui.templates.parameters;

import org.chasqui.templates.definition.Shape;

/** The end of a limited-time offer. */
final class OfferParameters {
    private OfferParameters() {}

    static void check(Shape shape, Given components) {
        if (shape.hasOffer() && shape.offerExpires() && components.find("limited_time_offer") == null) {
            components.fault("has no limited_time_offer; the offer of the template ends, and the message says when:"
                    + " expiration_time_ms.");
        }
    }
}
