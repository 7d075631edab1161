package org.chasqui.platform.accounts.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chasqui.platform.accounts.health.Checkup;
import org.chasqui.platform.accounts.health.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PhoneNumberHealth", description = "What the health check of a number has found.")
public record HealthBody(
        @Schema(description = "The worst of all findings: good, unknown, warning or wrong.", example = "good")
        String verdict,

        @Schema(description = "When it was checked.") Instant checkedAt,

        @Schema(description = "One for each check.") List<FindingBody> findings) {
    @Schema(name = "HealthFinding", description = "What one check has found.")
    public record FindingBody(
            @Schema(description = "access, webhooks, number or sending.", example = "access")
            String area,

            @Schema(description = "Which check; stable.", example = "token")
            String check,

            @Schema(description = "good, unknown, warning or wrong.", example = "good")
            String verdict,

            @Schema(description = "What was found.", example = "valid, does not expire")
            String text,

            @Schema(description = "How to mend it; null when there is nothing to mend.", nullable = true) @Nullable
            String advice,

            @Schema(description = "How long the question took, in milliseconds.")
            long millis) {
        static FindingBody of(Finding finding) {
            return new FindingBody(
                    word(finding.area()),
                    finding.check(),
                    word(finding.verdict()),
                    finding.text(),
                    finding.advice(),
                    finding.millis());
        }
    }

    static HealthBody of(Checkup checkup) {
        return new HealthBody(
                word(checkup.worst()),
                checkup.checkedAt(),
                checkup.findings().stream().map(FindingBody::of).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
