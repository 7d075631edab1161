package org.chasqui.templates.templates.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.chasqui.templates.lint.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a rule objects to. */
@Schema(name = "LintFinding", description = "Something that Meta is likely to object to.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingResponse(
        @Schema(
                description = "Name of the rule; never changes.",
                required = true,
                example = "category.promotion-in-utility")
        String rule,

        @Schema(
                description =
                        "error: Meta refuses it at once. warning: likely to be rejected or moved. advice: passes.",
                required = true,
                enumeration = {"error", "warning", "advice"})
        String severity,

        @Schema(description = "Where it is, as you wrote it.", required = true, example = "components[0].text")
        String place,

        @Schema(description = "What is wrong.", required = true)
        String message,

        @Schema(description = "What to do about it.", required = true)
        String fix,

        @Schema(description = "Meta's word or code for it.", nullable = true, example = "INCORRECT_CATEGORY") @Nullable
        String meta) {
    static FindingResponse of(Finding finding) {
        return new FindingResponse(
                finding.rule(),
                finding.severity().wireName(),
                finding.place(),
                finding.message(),
                finding.fix(),
                finding.meta());
    }
}
