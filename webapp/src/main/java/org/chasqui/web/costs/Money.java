package org.chasqui.web.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chasqui.web.text.Texts;

/** How amounts are written: with cents, and smaller ones to the first figures that say something. */
final class Money {
    private static final int CENTS = 2;
    private static final int FINE = 4;
    private static final BigDecimal SMALL = new BigDecimal("0.995");

    private Money() {}

    static String text(BigDecimal amount) {
        int digits = amount.signum() != 0 && amount.abs().compareTo(SMALL) < 0 ? FINE : CENTS;
        return String.format(Texts.LOCALE, "%,." + digits + "f", amount.setScale(digits, RoundingMode.HALF_UP));
    }

    static String text(BigDecimal amount, String currency) {
        return currency + " " + text(amount);
    }
}
