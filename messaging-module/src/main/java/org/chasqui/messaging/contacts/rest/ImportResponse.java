package org.chasqui.messaging.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.chasqui.messaging.contacts.ContactImport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an imported file. */
@Schema(name = "ContactImportReport", description = "What became of each row of the file.")
public record ImportResponse(
        @Schema(description = "Rows that were read, without the header.")
        int rows,

        @Schema(description = "People who were new.") int created,

        @Schema(description = "People who were there and were completed.")
        int updated,

        @Schema(description = "Rows that could not be used.")
        int failed,

        @Schema(description = "Why, the first thousand.") List<RowError> errors) {

    /** A row that could not be used. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContactRowError", description = "A row that could not be used; the others were.")
    public record RowError(
            @Schema(description = "Line in the file, 1 for the header.", example = "17")
            long line,

            @Schema(description = "The column that is to blame.", example = "phone") @Nullable
            String field,

            @Schema(description = "What is wrong with it.") String message) {}

    static ImportResponse of(ContactImport.Report report) {
        return new ImportResponse(
                report.rows(),
                report.created(),
                report.updated(),
                report.failed(),
                report.errors().stream()
                        .map(error -> new RowError(error.line(), error.field(), error.message()))
                        .toList());
    }
}
