package org.chasqui.web.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.chasqui.analytics.costs.PriceCategory;
import org.chasqui.web.text.Money;
import org.chasqui.web.text.Texts;

/** A day of the chart: its estimate by category, and what Meta has told of it. */
public final class CostColumn {
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("EEEE d MMMM", Texts.LOCALE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final LocalDate day;
    private final List<Part> parts;
    private final BigDecimal estimate;
    private final BigDecimal actual;
    private final BigDecimal top;
    private final Money money;
    private final CostLinks links;

    /**
     * A column.
     *
     * @param top of the chart
     * @param money writes the amounts of all columns
     * @param links the rows of the day
     */
    CostColumn(LocalDate day, List<Part> parts, BigDecimal actual, BigDecimal top, Money money, CostLinks links) {
        this.day = day;
        this.parts = List.copyOf(parts);
        this.estimate = parts.stream().map(part -> part.amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.actual = actual;
        this.top = top;
        this.money = money;
        this.links = links;
    }

    /** What one category costs on the day. */
    public static final class Part {
        private final PriceCategory category;
        private final BigDecimal amount;
        private final Money money;
        private final String query;

        Part(PriceCategory category, BigDecimal amount, Money money, String query) {
            this.category = category;
            this.amount = amount;
            this.money = money;
            this.query = query;
        }

        public String getKey() {
            return category.wireName();
        }

        public String getAmount() {
            return money.text(amount);
        }

        public String getQuery() {
            return query;
        }

        boolean isSomething() {
            return amount.signum() > 0;
        }
    }

    /** How high a part is, of the whole chart, from 0 to 100. */
    public double height(Part part) {
        return ofTop(part.amount);
    }

    /** How high the actual costs stand, of the whole chart, from 0 to 100. */
    public double getActualHeight() {
        return Math.min(100, ofTop(actual));
    }

    /** Whether Meta has told of anything that costs something. */
    public boolean isCharged() {
        return actual.signum() > 0;
    }

    private double ofTop(BigDecimal amount) {
        return amount.multiply(HUNDRED).divide(top, 3, RoundingMode.HALF_UP).doubleValue();
    }

    /** From top to bottom, empty ones left out. */
    public List<Part> getParts() {
        return parts.stream().filter(Part::isSomething).toList();
    }

    /** All categories, for the tip and the table. */
    public List<Part> getFigures() {
        return parts;
    }

    public String getLabel() {
        return Integer.toString(day.getDayOfMonth());
    }

    public String getTitle() {
        return TITLE.format(day);
    }

    public String getEstimate() {
        return money.text(estimate);
    }

    public String getActual() {
        return money.text(actual);
    }

    public String getQuery() {
        return links.accepted(null);
    }

    public String getChargedQuery() {
        return links.charged(null);
    }
}
