package org.chasqui.web.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON for readers who may not see phone numbers: they see the last digits, as on every other page. Masked is what looks
 * like E.164 wherever it stands, and the members that hold a person's number in any form, in our words or in those of another
 * gateway; our own numbers and ids stay.
 */
public final class MaskedJson {
    private static final Pattern E164 = Pattern.compile("\"(\\+\\d{6,15})\"");
    private static final Pattern MEMBER = Pattern.compile(
            "(\"(?:from|to|wa_id|phone|phone_number|peer|user|recipient_id|"
                    + "from_user_id|recipient_user_id|user_id|customer|input|contactId|remoteJid)\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)(?=\")");
    private static final int LEAST_DIGITS = 6;

    private MaskedJson() {}

    /** The same text with phone numbers masked. */
    public static String of(String json) {
        var members = MEMBER.matcher(json)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + masked(found.group(2))));
        return E164.matcher(members)
                .replaceAll(found -> Matcher.quoteReplacement('"' + Formats.mask(found.group(1)) + '"'));
    }

    private static String masked(String value) {
        // A JID has a host behind the number.
        var peer = value.replaceFirst("@.*", "");
        return peer.chars().filter(Character::isDigit).count() < LEAST_DIGITS ? value : Formats.mask(peer);
    }
}
