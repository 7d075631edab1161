package org.chasqui.api.botmaker.wire;

import org.chasqui.platform.accounts.SenderNumber;

/**
 * How Botmaker names a channel: {@code <project>-whatsapp-<number>}. A plain number is taken as well; the project is ignored,
 * because the key says whose channels they are.
 */
public final class ChannelId {
    private static final String PLATFORM = "-whatsapp-";
    private static final String PROJECT = "chasqui";

    private ChannelId() {}

    /** The id of a number's channel. */
    public static String of(SenderNumber number) {
        return PROJECT + PLATFORM + digits(number);
    }

    /** The number of a channel, digits only. */
    public static String digits(SenderNumber number) {
        return number.displayPhoneNumber().replaceAll("\\D", "");
    }

    /** Whether a text names the channel of a number. */
    public static boolean names(String text, SenderNumber number) {
        var name = text.strip();
        if (name.equals(number.phoneNumberId())
                || name.equalsIgnoreCase(number.id().toString())) {
            return true;
        }
        int platform = name.lastIndexOf(PLATFORM);
        var digits = (platform < 0 ? name : name.substring(platform + PLATFORM.length())).replaceAll("[+ ().-]", "");
        return !digits.isEmpty() && digits.equals(digits(number));
    }
}
