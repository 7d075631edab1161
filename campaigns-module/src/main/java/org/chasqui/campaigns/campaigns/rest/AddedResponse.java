package org.chasqui.campaigns.campaigns.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.campaigns.recipients.ImportView;
import org.chasqui.campaigns.recipients.RecipientList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of people who were put on a list. */
@Schema(name = "AddedRecipients", description = "What became of people, or of a file, put on the list of a campaign.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddedResponse(
        @Schema(description = "Id of the import; only for a file.", nullable = true) @Nullable
        UUID importId,

        @Schema(
                description = "How far the file is.",
                enumeration = {"reading", "finished", "broken"},
                required = true,
                example = "finished")
        String status,

        @Schema(description = "Rows that were read, without the header.", required = true)
        long rows,

        @Schema(description = "People who can be written to.", required = true)
        long added,

        @Schema(
                description =
                        "Rows that cannot be used, duplicates included: GET …/recipients?state=skipped tells why.",
                required = true)
        long skipped,

        @Schema(description = "Why the file could not be read to its end.", nullable = true) @Nullable
        String problem,

        @Schema(description = "When the file was begun.", nullable = true) @Nullable
        Instant startedAt,

        @Schema(description = "When it ended.", nullable = true) @Nullable
        Instant endedAt) {
    static AddedResponse of(ImportView view) {
        return new AddedResponse(
                view.id(),
                view.status(),
                view.rows(),
                view.added(),
                view.skipped(),
                view.problem(),
                view.startedAt(),
                view.endedAt());
    }

    static AddedResponse of(RecipientList.Added added) {
        return new AddedResponse(
                null, "finished", added.added() + added.skipped(), added.added(), added.skipped(), null, null, null);
    }
}
