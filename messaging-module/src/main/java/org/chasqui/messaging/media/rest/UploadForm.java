package org.chasqui.messaging.media.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form of an upload, for the description of the API only: the body is read as a stream.
 *
 * @param file the bytes
 */
@Schema(name = "UploadForm", description = "A file to send later.")
record UploadForm(
        @Schema(
                type = SchemaType.STRING,
                format = "binary",
                description = "The file: its part should carry a filename and a Content-Type.",
                required = true)
        String file) {}
