package org.chasqui.web.campaigns;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chasqui.campaigns.campaigns.Plan;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Money;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The plan of a campaign as its page shows it. */
public final class PlanView {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final Plan plan;

    PlanView(Plan plan) {
        this.plan = plan;
    }

    public String getReach() {
        return Formats.count(plan.reach());
    }

    public String getTotal() {
        return Formats.count(plan.total());
    }

    public long getReached() {
        return plan.reach();
    }

    public long getLeftOut() {
        return plan.total() - plan.reach();
    }

    public String getSkippedText() {
        return TEXTS.get("plan.skipped", plan.total() - plan.reach());
    }

    public List<SkipLine> getSkipped() {
        return SkipLine.of(plan.skipped());
    }

    public List<CostLine> getCosts() {
        var money = money();
        return plan.costs().stream()
                .map(one -> new CostLine(
                        one.market(),
                        one.messages(),
                        one.amount(),
                        null,
                        Objects.requireNonNullElse(one.currency(), ""),
                        money,
                        CostLine.Rows.NONE))
                .toList();
    }

    private Money money() {
        return Money.of(plan.costs().stream().map(Plan.Cost::amount).filter(Objects::nonNull));
    }

    /** What it costs at most; a dash when no market has a price. */
    public String getMost() {
        var amounts = plan.costs().stream()
                .map(Plan.Cost::amount)
                .filter(Objects::nonNull)
                .toList();
        var currency = plan.costs().stream()
                .map(Plan.Cost::currency)
                .filter(Objects::nonNull)
                .findFirst();
        return amounts.isEmpty() || currency.isEmpty()
                ? "–"
                : money().text(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), currency.get());
    }

    /** How many of the messages have no price in any card. */
    public long getUnpriced() {
        return plan.costs().stream()
                .filter(one -> one.amount() == null)
                .mapToLong(Plan.Cost::messages)
                .sum();
    }

    /** The days from which the rate cards hold; empty without a price. */
    public String getCard() {
        var days = plan.costs().stream()
                .map(Plan.Cost::since)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return days.isEmpty() ? "" : TEXTS.get("cost.card", days);
    }

    public String getDuration() {
        return plan.reach() == 0 ? "–" : Formats.duration(plan.duration());
    }

    public int getRate() {
        return plan.rate();
    }

    /** How many people Meta lets the portfolio still write to today; null without a limit. */
    public @Nullable String getLimitText() {
        var limit = plan.peopleLimit();
        var left = plan.peopleLeft();
        return limit == null || left == null
                ? null
                : TEXTS.get("plan.limit", Formats.count(left), Formats.count(limit));
    }

    public boolean isAboveLimit() {
        var left = plan.peopleLeft();
        return left != null && plan.reach() > left;
    }

    public List<Sample> getSamples() {
        return plan.samples().stream().map(Sample::new).toList();
    }

    public List<String> getObstacles() {
        return plan.obstacles();
    }

    public boolean isReady() {
        return plan.obstacles().isEmpty();
    }

    /** What one person reads. */
    public static final class Sample {
        private final Plan.Sample sample;

        private Sample(Plan.Sample sample) {
            this.sample = sample;
        }

        public String getTo() {
            return Formats.mask(sample.to());
        }

        public @Nullable String getName() {
            return sample.name();
        }

        public String getText() {
            return sample.text();
        }
    }
}
