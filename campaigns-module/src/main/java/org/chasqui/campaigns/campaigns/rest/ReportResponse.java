package org.chasqui.campaigns.campaigns.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.chasqui.campaigns.campaigns.Report;
import org.chasqui.campaigns.campaigns.Spending;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What has become of a campaign. */
@Schema(name = "CampaignReport", description = "What has become of a campaign.")
public record ReportResponse(
        @Schema(description = "The campaign, with its counts.", required = true)
        CampaignResponse campaign,

        @Schema(
                description =
                        "How many have come at least so far: accepted, sent, delivered, read; and how many replied.",
                type = SchemaType.OBJECT,
                required = true,
                example = "{\"accepted\":90,\"sent\":90,\"delivered\":80,\"read\":40,\"replied\":7}")
        Map<String, Long> funnel,

        @Schema(description = "Why messages have failed, the most frequent first.", required = true)
        List<Failure> errors,

        @Schema(
                description = "Who was not written to, by reason.",
                type = SchemaType.OBJECT,
                required = true,
                example = "{\"opted_out\":3}")
        Map<String, Long> skipped,

        @Schema(description = "What it has cost, by market; empty before Meta has taken a message.", required = true)
        List<Cost> costs) {
    /** What was spent in one market. */
    @Schema(
            name = "CampaignSpending",
            description = "What was spent in one market. Estimate and actual are never added to each other.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cost(
            @Schema(description = "The market, in Meta's words.", required = true, example = "Brazil")
            String market,

            @Schema(description = "Category that is paid for.", required = true, example = "marketing")
            String category,

            @Schema(description = "Currency.", required = true, example = "USD")
            String currency,

            @Schema(description = "Messages that Meta took.", required = true)
            long messages,

            @Schema(
                    description = "What they cost by the rate card; nothing when it has no price.",
                    nullable = true,
                    example = "6.25")
            @Nullable
            BigDecimal estimate,

            @Schema(description = "Messages of whose price Meta has spoken.", required = true)
            long pricedMessages,

            @Schema(
                    description = "What those cost, by Meta's word and the rate card.",
                    nullable = true,
                    example = "5.94")
            @Nullable
            BigDecimal actual) {
        static Cost of(Spending.Line line) {
            return new Cost(
                    line.market(),
                    line.category(),
                    line.currency(),
                    line.estimate().messages(),
                    line.estimate().amount(),
                    line.actual().messages(),
                    line.actual().amount());
        }
    }

    /** One reason of failures. */
    @Schema(name = "CampaignFailure", description = "One reason for which messages have failed.")
    public record Failure(
            @Schema(description = "Meta's code; 0 when the reason is ours.", required = true, example = "131026")
            int code,

            @Schema(description = "How many.", required = true)
            long count,

            @Schema(description = "What happened.", required = true)
            String meaning,

            @Schema(description = "What to do about it.", required = true)
            String advice,

            @Schema(description = "Whether POST …/retry takes them along.", required = true)
            boolean retryable) {}

    static ReportResponse of(Report report, int sending) {
        return new ReportResponse(
                CampaignResponse.of(report.campaign(), sending),
                report.funnel(),
                report.errors().stream()
                        .map(one -> new Failure(one.code(), one.count(), one.meaning(), one.advice(), one.retryable()))
                        .toList(),
                report.skipped(),
                report.costs().stream().map(Cost::of).toList());
    }
}
