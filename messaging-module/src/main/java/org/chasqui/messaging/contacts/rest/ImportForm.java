package org.chasqui.messaging.contacts.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form of an import, for the description of the API only: the body is read as a stream.
 *
 * @param file the CSV file
 */
@Schema(name = "ImportForm", description = "A CSV file with people.")
record ImportForm(
        @Schema(type = SchemaType.STRING, format = "binary", description = "The file.", required = true)
        String file) {}
