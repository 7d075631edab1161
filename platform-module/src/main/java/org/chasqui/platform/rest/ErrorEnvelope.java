package org.chasqui.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every answer that is not a success. */
@Schema(name = "Error", description = "The body of every answer that is not a success.")
public record ErrorEnvelope(@Schema(required = true) Body error) {
    /**
     * What went wrong.
     *
     * @param code stable, for programs
     * @param message for people; may change
     * @param type the family of the code
     * @param details the wrong fields; absent when the failure is not about fields
     */
    @Schema(name = "ErrorBody", description = "What went wrong.")
    public record Body(
            @Schema(description = "Stable code for programs.", example = "validation_failed", required = true)
            String code,

            @Schema(description = "A sentence for people that says what to do; it may change.", required = true)
            String message,

            @Schema(
                    description = "The family of the code.",
                    required = true,
                    enumeration = {
                        "invalid_request_error",
                        "authentication_error",
                        "permission_error",
                        "rate_limit_error",
                        "provider_error",
                        "server_error"
                    })
            String type,

            @Schema(description = "The fields that are wrong, when the failure is about fields.")
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<FieldError> details) {}

    /** An envelope for a failure that is not about fields. */
    public static ErrorEnvelope of(FailureCode code, String message) {
        return of(code, message, List.of());
    }

    /** What a failure looks like inside of an answer that is a success as a whole. */
    public static Body body(RequestFailed failed) {
        var message = failed.getMessage();
        return of(failed.code(), message == null ? failed.code().wireCode() : message, failed.fields())
                .error();
    }

    /** An envelope for a failure. */
    static ErrorEnvelope of(FailureCode code, String message, List<FieldError> details) {
        return new ErrorEnvelope(new Body(code.wireCode(), message, HttpTerms.type(code), details));
    }
}
