package org.chasqui.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in international form, kept as digits without the plus sign, which is how WhatsApp writes its
 * {@code wa_id}. {@link #toString()} is masked, so that a number cannot slip into a log.
 */
public final class PhoneNumber {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Pattern ALLOWED = Pattern.compile("\\+?[0-9 ()./-]{5,30}");
    private static final int VISIBLE_DIGITS = 4;

    private final String digits;

    private PhoneNumber(String digits) {
        this.digits = digits;
    }

    /**
     * Reads an international number, with or without the leading plus sign and the usual separators.
     *
     * @return empty when the text is no possible international number
     */
    public static Optional<PhoneNumber> parse(String text) {
        if (!ALLOWED.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        var onlyDigits = text.replaceAll("\\D", "");
        try {
            // Only the country code and the length are checked: the numbering plans move faster than any table, and
            // Meta's own word on whether a number exists comes with the first message.
            var number = UTIL.parse("+" + onlyDigits, null);
            boolean possible = UTIL.isPossibleNumber(number)
                    || NumberVariants.otherOf(onlyDigits)
                            .map(PhoneNumber::isPossible)
                            .orElse(false);
            return possible ? Optional.of(new PhoneNumber(onlyDigits)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** A wa_id may be written in a way that its country has given up: Mexico's 1 after the country code. */
    private static boolean isPossible(String otherDigits) {
        try {
            return UTIL.isPossibleNumber(UTIL.parse("+" + otherDigits, null));
        } catch (NumberParseException notANumber) {
            return false;
        }
    }

    /** Digits with the country code and no plus sign, for example {@code 5511955501234}. */
    public String digits() {
        return digits;
    }

    /** E.164, for example {@code +5511955501234}. */
    public String e164() {
        return "+" + digits;
    }

    /** Masks any number or WhatsApp id for a log or a page: only the last four digits are left. */
    public static String mask(String digits) {
        return digits.length() <= VISIBLE_DIGITS ? "••••" : "•••" + digits.substring(digits.length() - VISIBLE_DIGITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return mask(digits);
    }
}
