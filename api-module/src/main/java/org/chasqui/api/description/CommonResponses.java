package org.chasqui.api.description;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.platform.rest.ErrorEnvelope;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The error answers that operations refer to by name, each with the codes that it may carry. */
final class CommonResponses {
    private static final Map<String, String> DESCRIPTIONS = new LinkedHashMap<>();

    static {
        DESCRIPTIONS.put(
                "BadRequest",
                "malformed_body, invalid_request or provider_rejected: the request cannot be understood, or Meta refused"
                        + " it.");
        DESCRIPTIONS.put("Unauthenticated", "invalid_api_key or token_expired: there is no valid key.");
        DESCRIPTIONS.put("Forbidden", "permission_denied: the key lacks the scope.");
        DESCRIPTIONS.put("NotFound", "not_found or template_not_found: there is no such thing in this workspace.");
        DESCRIPTIONS.put(
                "Conflict",
                "conflict, idempotency_conflict, idempotency_in_progress, template_not_approved or number_not_ready:"
                        + " the state of things is in the way.");
        DESCRIPTIONS.put("TooLarge", "payload_too_large: the body is larger than the address takes.");
        DESCRIPTIONS.put("UnsupportedMediaType", "unsupported_media_type: the body is not of the type that is taken.");
        DESCRIPTIONS.put(
                "Invalid",
                "validation_failed (details names each wrong field), outside_service_window (only an approved template may"
                        + " go out) or recipient_opted_out (the person wants no such messages).");
        DESCRIPTIONS.put(
                "TooMany",
                "rate_limit_exceeded or backlog_full: the key called too often, or too much waits to be sent.");
        DESCRIPTIONS.put(
                "InternalError", "internal_error: a fault of the gateway; its log has it under the request id.");
        DESCRIPTIONS.put(
                "Unavailable", "provider_error or service_unavailable: try again after the time in Retry-After.");
    }

    private CommonResponses() {}

    static Map<String, APIResponse> of(Schemas schemas) {
        var responses = new LinkedHashMap<String, APIResponse>();
        DESCRIPTIONS.forEach((name, description) -> {
            var response = OASFactory.createAPIResponse()
                    .description(description)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    "application/json",
                                    OASFactory.createMediaType().schema(schemas.of(ErrorEnvelope.class))))
                    .addHeader("X-Request-Id", header("The id of the request, for the log.", Schema.SchemaType.STRING));
            if (name.equals("TooMany") || name.equals("Unavailable")) {
                response.addHeader(
                        "Retry-After", header("Seconds until it is worth trying again.", Schema.SchemaType.INTEGER));
            }
            if (name.equals("TooMany")) {
                response.addHeader("X-RateLimit-Limit", header("Calls a minute.", Schema.SchemaType.INTEGER));
                response.addHeader(
                        "X-RateLimit-Remaining",
                        header("Calls that are left at this moment.", Schema.SchemaType.INTEGER));
            }
            responses.put(name, response);
        });
        return responses;
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(type));
    }
}
