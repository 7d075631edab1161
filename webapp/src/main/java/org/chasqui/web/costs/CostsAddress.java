package org.chasqui.web.costs;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** What the address of the page said, kept for the forms on it. Nonsense filters nothing. */
@Named
@ViewScoped
public class CostsAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private @Nullable YearMonth month;
    private @Nullable String number;
    private @Nullable String market;

    @Nullable
    YearMonth month() {
        return month;
    }

    public @Nullable String getMonth() {
        return month == null ? null : month.toString();
    }

    /** Such as {@code 2026-11}; the current one when nothing is said. */
    public void setMonth(@Nullable String text) {
        try {
            month = text == null ? null : YearMonth.parse(text);
        } catch (DateTimeException nonsense) {
            month = null;
        }
    }

    public @Nullable String getNumber() {
        return number;
    }

    /** Meta's id of a number. */
    public void setNumber(@Nullable String number) {
        this.number = chosen(number);
    }

    public @Nullable String getMarket() {
        return market;
    }

    /** Meta's name of a market, or a country. */
    public void setMarket(@Nullable String market) {
        this.market = chosen(market);
    }

    /** Whether anything but the month is chosen. */
    public boolean isFiltered() {
        return number != null || market != null;
    }

    private static @Nullable String chosen(@Nullable String value) {
        return value == null || value.isBlank() || value.equals(Choice.ANY) || value.length() > LONGEST
                ? null
                : value.strip();
    }
}
