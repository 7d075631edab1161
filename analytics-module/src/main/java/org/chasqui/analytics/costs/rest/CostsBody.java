package org.chasqui.analytics.costs.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.chasqui.analytics.costs.CostReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What messages cost. */
@Schema(
        name = "Costs",
        description = "What messages cost. Amounts are decimal texts in the currency beside them; currencies are never"
                + " converted.")
public record CostsBody(
        @Schema(description = "Beginning of the time, inclusive.")
        Instant since,

        @Schema(description = "End of the time, exclusive.") Instant until,

        @Schema(
                description = "per_message; per_conversation when Meta has told of conversations only, as it did before"
                        + " 2025-07-01",
                example = "per_message")
        String model,

        @Schema(description = "An entry for each currency that your accounts are billed in.")
        List<InCurrency> costs) {

    /** Costs in one currency. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CostsInCurrency", description = "Costs in one currency.")
    public record InCurrency(
            @Schema(description = "ISO 4217.", example = "USD")
            String currency,

            @Schema(
                    description = "The day from which the newest price holds that was used; absent when none was.",
                    example = "2026-10-01")
            @Nullable
            String rateCardDate,

            @Schema(description = "What all messages that Meta took should cost, by the category you sent them under.")
            Sum estimate,

            @Schema(description = "What those cost of which Meta has told whether and as what they are charged.")
            Sum actual,

            @Schema(description = "By category and market.") List<Line> breakdown,

            @Schema(description = "By day and category; days without messages are left out.")
            List<Day> days) {}

    /** A sum. */
    @Schema(name = "CostSum", description = "A sum of costs.")
    public record Sum(
            @Schema(description = "The money, exact.", example = "12.3450")
            String amount,

            @Schema(description = "How many messages it is about.")
            long messages,

            @Schema(description = "How many of them are charged.")
            long charged,

            @Schema(description = "How many are charged and have no price in any rate card of this currency.")
            long unpriced,

            @Schema(description = "How many have the price of an older card, because the newest one is not complete.")
            long carried) {
        static Sum of(CostReport.Sum sum) {
            return new Sum(sum.amount().toPlainString(), sum.messages(), sum.charged(), sum.unpriced(), sum.carried());
        }
    }

    /** A category in a market. */
    @Schema(name = "CostLine", description = "Costs of a category in a market.")
    public record Line(
            @Schema(
                    description = "marketing, utility, authentication, authentication_international or service",
                    example = "utility")
            String category,

            @Schema(description = "Meta's name of the market.", example = "Brazil")
            String market,

            @Schema(description = "As estimated.") Sum estimate,
            @Schema(description = "As Meta said.") Sum actual) {}

    /** A category on a day. */
    @Schema(name = "CostDay", description = "Costs of a category on a day.")
    public record Day(
            @Schema(description = "The day in the zone that was asked for.", example = "2026-11-22")
            String date,

            @Schema(
                    description = "marketing, utility, authentication, authentication_international or service",
                    example = "utility")
            String category,

            @Schema(description = "As estimated.") Sum estimate,
            @Schema(description = "As Meta said.") Sum actual) {}

    static CostsBody of(CostReport report) {
        return new CostsBody(
                report.since(),
                report.until(),
                report.model(),
                report.currencies().stream().map(CostsBody::of).toList());
    }

    private static InCurrency of(CostReport.InCurrency costs) {
        return new InCurrency(
                costs.currency(),
                costs.rateCard() == null ? null : costs.rateCard().toString(),
                Sum.of(costs.estimate()),
                Sum.of(costs.actual()),
                costs.lines().stream()
                        .map(line -> new Line(
                                line.category().wireName(),
                                line.market(),
                                Sum.of(line.estimate()),
                                Sum.of(line.actual())))
                        .toList(),
                costs.days().stream()
                        .map(day -> new Day(
                                day.day().toString(),
                                day.category().wireName(),
                                Sum.of(day.estimate()),
                                Sum.of(day.actual())))
                        .toList());
    }
}
