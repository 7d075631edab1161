package org.chasqui.web.campaigns;

import java.math.BigDecimal;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Money;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Messages to one market with what they cost. */
public final class CostLine {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final String market;
    private final long messages;
    private final @Nullable BigDecimal planned;
    private final @Nullable BigDecimal actual;
    private final String currency;
    private final Money money;
    private final Rows rows;

    /**
     * A line.
     *
     * @param planned what all of them cost when they arrive; null when no card has a price
     * @param actual what those cost of whose price Meta has spoken; null when it has spoken of none
     * @param currency ISO 4217; empty without a price
     * @param money writes the amounts of all lines
     */
    CostLine(
            String market,
            long messages,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal actual,
            String currency,
            Money money,
            Rows rows) {
        this.market = market;
        this.messages = messages;
        this.planned = planned;
        this.actual = actual;
        this.currency = currency;
        this.money = money;
        this.rows = rows;
    }

    /**
     * The rows behind a line, as queries of the Messages page.
     *
     * @param accepted what Meta took
     * @param charged what it charges
     */
    record Rows(String accepted, String charged) {
        /** Of a plan: nothing has been sent. */
        static final Rows NONE = new Rows("", "");
    }

    public String getMarket() {
        return market;
    }

    public String getMessages() {
        return Formats.count(messages);
    }

    public String getQuery() {
        return rows.accepted;
    }

    public String getChargedQuery() {
        return rows.charged;
    }

    public String getPlanned() {
        return text(planned);
    }

    public String getActual() {
        return actual == null ? "–" : text(actual);
    }

    private String text(@Nullable BigDecimal amount) {
        return amount == null ? TEXTS.get("cost.unknown") : money.text(amount, currency);
    }
}
