package org.chasqui.web.campaigns;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chasqui.campaigns.campaigns.Spending;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Money;

/** What a campaign has cost in all. It has one account, and an account one currency. */
public final class Spent {
    private static final String NOTHING = "–";

    private final List<Spending.Line> lines;

    Spent(List<Spending.Line> lines) {
        this.lines = lines;
    }

    /** How the amounts of the lines are written, and their sums. */
    Money money() {
        return Money.of(lines.stream()
                .flatMap(line -> Stream.of(line.estimate(), line.actual())
                        .map(Spending.Sum::amount)
                        .filter(Objects::nonNull)));
    }

    /** How many messages it is about: those that Meta has taken. */
    public String getMessages() {
        return Formats.count(
                lines.stream().mapToLong(line -> line.estimate().messages()).sum());
    }

    /** What Meta has taken costs at most; a dash before that. */
    public String getEstimate() {
        return sum(Spending.Line::estimate);
    }

    /** What Meta says is charged, by the rate card; a dash before it has said so. */
    public String getActual() {
        return sum(Spending.Line::actual);
    }

    /** Whether there is anything to tell. */
    public boolean isKnown() {
        return !getEstimate().equals(NOTHING);
    }

    private String sum(Function<Spending.Line, Spending.Sum> part) {
        var amounts = lines.stream()
                .map(line -> part.apply(line).amount())
                .filter(Objects::nonNull)
                .toList();
        return amounts.isEmpty()
                ? NOTHING
                : money().text(
                                amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                                lines.get(0).currency());
    }
}
