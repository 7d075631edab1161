package org.chasqui.campaigns.campaigns.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recipient as the API shows him. */
@Schema(name = "CampaignRecipient", description = "Somebody to whom a campaign goes.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipientResponse(
        @Schema(description = "Place on the list, from 1.", required = true, example = "17")
        long position,

        @Schema(description = "The address as it was given.", required = true, example = "+5511955501234")
        String to,

        @Schema(description = "Name.", nullable = true, example = "Ana") @Nullable
        String name,

        @Schema(description = "Values for the template.", type = SchemaType.OBJECT, required = true)
        Map<String, String> variables,

        @Schema(description = "Line of the file that the recipient came from, 1 for the header.", nullable = true)
        @Nullable
        Long line,

        @Schema(
                description = "Waiting for a turn, or the furthest state of the message.",
                required = true,
                example = "delivered")
        String state,

        @Schema(
                description = "Why the recipient was skipped.",
                enumeration = {"no_identity", "duplicate", "opted_out", "missing_variable", "refused"},
                nullable = true)
        @Nullable
        String reason,

        @Schema(description = "The same in a sentence.", nullable = true) @Nullable
        String detail,

        @Schema(description = "Meta's code of the latest problem.", nullable = true, example = "131026") @Nullable
        Integer errorCode,

        @Schema(description = "Our id of the message.", nullable = true) @Nullable
        UUID messageId,

        @Schema(description = "When that last changed.", required = true)
        Instant changedAt,

        @Schema(description = "When the person answered.", nullable = true) @Nullable
        Instant repliedAt) {
    static RecipientResponse of(RecipientRow row) {
        return new RecipientResponse(
                row.position(),
                row.written(),
                row.name(),
                row.variables(),
                row.line(),
                row.state().wireName(),
                row.reason(),
                row.detail(),
                row.errorCode(),
                row.messageId(),
                row.changedAt(),
                row.repliedAt());
    }
}
