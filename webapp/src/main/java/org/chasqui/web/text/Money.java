package org.chasqui.web.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * How amounts are written that stand beside each other. Meta's prices are fractions of a cent, so lines that are rounded each
 * by itself do not add up to their sum (0.78 + 0.11 = 0.88), and a sum of rounded lines depends on how they were cut: it would
 * not be the same by market and by category. Who checks a bill has to be able to add: so nothing is rounded. All amounts
 * of one table, sum included, have the same number of decimals, cents where that is enough, and as many as the finest of them
 * needs where it is not.
 */
public final class Money {
    private static final int CENTS = 2;
    private static final int FINE = 4;

    /** A rate card has at most so many ({@code numeric(18, 8)}); what is divided may have more. */
    private static final int FINEST = 8;

    private static final BigDecimal SMALL = new BigDecimal("0.995");

    private final int digits;

    private Money(int digits) {
        this.digits = digits;
    }

    /**
     * For amounts that can be added up by whoever looks at them.
     *
     * @param amounts all of them; their sums need no more decimals
     */
    public static Money of(Stream<BigDecimal> amounts) {
        return new Money(amounts.mapToInt(Money::decimals).reduce(CENTS, Math::max));
    }

    private static int decimals(BigDecimal amount) {
        return Math.min(
                FINEST, amount.signum() == 0 ? 0 : amount.stripTrailingZeros().scale());
    }

    /** For example {@code 1,234.50}. */
    public String text(BigDecimal amount) {
        return text(amount, digits);
    }

    /** For example {@code USD 1,234.50}. */
    public String text(BigDecimal amount, String currency) {
        return currency + " " + text(amount);
    }

    /** An average, which nobody adds: with cents, and a smaller one to the first figures that say something. */
    public static String average(BigDecimal amount, String currency) {
        return currency + " " + text(amount, amount.abs().compareTo(SMALL) < 0 ? FINE : CENTS);
    }

    private static String text(BigDecimal amount, int digits) {
        return String.format(Texts.LOCALE, "%,." + digits + "f", amount.setScale(digits, RoundingMode.HALF_UP));
    }
}
