package org.chasqui.messaging.messages;

import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;

/** Whom a message is for: digits of a phone number, or a business-scoped user id (country, point, opaque; Meta, 2025). */
public final class Recipient {
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,240}");

    private Recipient() {}

    /**
     * Reads what somebody wrote.
     *
     * @throws RequestFailed VALIDATION_FAILED for anything else
     */
    public static String parse(String written) {
        var text = written.strip();
        if (isUserId(text)) {
            return text;
        }
        return PhoneNumber.parse(text)
                .map(PhoneNumber::digits)
                .orElseThrow(() -> RequestFailed.invalid(
                        "to", "must be a phone number in international form, for example +5511955501234."));
    }

    /** Whether it is a business-scoped user id. */
    public static boolean isUserId(String peer) {
        return USER_ID.matcher(peer).matches();
    }
}
