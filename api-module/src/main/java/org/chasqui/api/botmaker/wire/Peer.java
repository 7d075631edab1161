package org.chasqui.api.botmaker.wire;

import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Whom a {@code contactId} means: on WhatsApp the digits of a phone number. Clients of Botmaker who write a plus sign before
 * them get a second, empty chat there; here both are one.
 */
public final class Peer {
    private Peer() {}

    /**
     * Reads a contactId.
     *
     * @param field how the caller calls it
     * @throws RequestFailed VALIDATION_FAILED
     */
    public static String parse(String text, String field) {
        try {
            return Recipient.parse(text.strip());
        } catch (RequestFailed noAddress) {
            throw RequestFailed.invalid(
                    field, "must be a phone number with its country code, for example 5511955501234.");
        }
    }
}
