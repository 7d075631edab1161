package org.chasqui.campaigns.campaigns.rest;

import java.util.List;
import java.util.Map;
import org.chasqui.campaigns.campaigns.Report;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        Map<String, Long> skipped) {
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
                report.skipped());
    }
}
