package org.chasqui.platform.failure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field as the client wrote it, for example {@code components[0].type}
 * @param message what is wrong and what is allowed
 */
@Schema(name = "FieldError", description = "What is wrong with one field.")
public record FieldError(
        @Schema(
                description = "Path of the field as the client wrote it.",
                example = "components[0].type",
                required = true)
        String field,

        @Schema(description = "What is wrong and what is allowed.", required = true)
        String message) {}
