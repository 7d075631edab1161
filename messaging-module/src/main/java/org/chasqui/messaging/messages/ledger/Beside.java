package org.chasqui.messaging.messages.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What stands beside the content of a message.
 *
 * @param context Meta's {@code context} object as JSON text: reply, forwarded, product enquiry; null when there is none
 * @param extra every other member that Meta sent with the message, as the text of a JSON object; null when there is none
 * @param origin where the message was written when that was neither here nor on the person's phone, for example
 *     {@link #BUSINESS_APP}; null otherwise
 * @param target the wamid that an edit, a revocation or a reaction is about; null for other messages
 */
public record Beside(
        @Nullable String context,
        @Nullable String extra,
        @Nullable String origin,
        @Nullable String target) {
    /** The WhatsApp Business app of a number in coexistence; such messages have been sent and never enter the queue. */
    public static final String BUSINESS_APP = "business_app";

    /** Nothing. */
    public static final Beside NOTHING = new Beside(null, null, null, null);
}
