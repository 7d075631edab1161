package org.chasqui.web.campaigns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Messages to one market with what they cost; also their sum. */
public final class CostLine {
    private static final Texts TEXTS = Texts.of("campaigns");
    private static final int CENTS = 2;

    private final String market;
    private final long messages;
    private final @Nullable BigDecimal planned;
    private final @Nullable BigDecimal actual;
    private final String currency;
    private final String query;

    /**
     * A line.
     *
     * @param planned what all of them cost when they arrive; null when no card has a price
     * @param actual what those cost of whose price Meta has spoken; null when it has spoken of none
     * @param currency ISO 4217; empty without a price
     * @param query of the Messages page with the rows behind it; empty when there are none yet
     */
    CostLine(
            String market,
            long messages,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal actual,
            String currency,
            String query) {
        this.market = market;
        this.messages = messages;
        this.planned = planned;
        this.actual = actual;
        this.currency = currency;
        this.query = query;
    }

    public String getMarket() {
        return market;
    }

    public String getMessages() {
        return Formats.count(messages);
    }

    public String getQuery() {
        return query;
    }

    public String getPlanned() {
        return money(planned);
    }

    public String getActual() {
        return actual == null ? "–" : money(actual);
    }

    private String money(@Nullable BigDecimal amount) {
        return amount == null ? TEXTS.get("cost.unknown") : money(amount, currency);
    }

    /** For example {@code USD 12.34}; two decimals, because that is what is billed. */
    static String money(BigDecimal amount, String currency) {
        return currency + " " + String.format(Texts.LOCALE, "%,.2f", amount.setScale(CENTS, RoundingMode.HALF_UP));
    }
}
