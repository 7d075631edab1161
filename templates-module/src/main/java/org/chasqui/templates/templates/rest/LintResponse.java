package org.chasqui.templates.templates.rest;

import java.util.List;
import org.chasqui.templates.lint.LintReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the linter says. */
@Schema(name = "LintReport", description = "What Meta is likely to say about a template, before it is handed in.")
public record LintResponse(
        @Schema(description = "Whether Meta would take it: no finding is an error.", required = true)
        boolean submittable,

        @Schema(description = "From 0 to 100; only a measure whether a change made it better.", required = true)
        int score,

        @Schema(description = "The category that Meta is likely to choose.", required = true, example = "MARKETING")
        String likelyCategory,

        @Schema(description = "The findings, the worst first.", required = true)
        List<FindingResponse> findings,

        @Schema(description = "Names of the rules that have no objection.", required = true)
        List<String> passed) {
    static LintResponse of(LintReport report) {
        return new LintResponse(
                !report.isStopped(),
                report.score(),
                report.likely().name(),
                report.findings().stream().map(FindingResponse::of).toList(),
                report.passed());
    }
}
