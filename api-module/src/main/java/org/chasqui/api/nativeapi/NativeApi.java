package org.chasqui.api.nativeapi;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chasqui.messaging.messages.rest.MessagesResource;
import org.chasqui.platform.accounts.rest.AccountsResource;
import org.chasqui.platform.accounts.rest.OnboardingResource;
import org.chasqui.platform.accounts.rest.PhoneNumbersResource;
import org.chasqui.platform.keys.rest.KeysResource;
import org.chasqui.platform.rest.ErrorEnvelope;
import org.chasqui.platform.rest.RestConventions;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The native API at {@code /api/v1}. Every resource is named here: nothing appears because a scanner found it.
 *
 * <p>{@link NativeApiDescription} adds to the description what every operation has in common.
 */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Chasqui",
                        version = "1",
                        description = "A self-hosted WhatsApp Business gateway. Times are ISO-8601 in UTC, ids are"
                                + " UUIDs, and wherever Meta has an id of its own, that is taken as well. Lists are"
                                + " arrays; when there is more, the header Link names the next page.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "key"),
        tags = {
            @Tag(name = "Accounts", description = "WhatsApp Business Accounts and their numbers."),
            @Tag(name = "Keys", description = "API keys of the workspace.")
        },
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "key",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "cm_…",
                                        description = "An API key. It holds scopes: whatsapp:read for reading,"
                                                + " whatsapp:send for messages, whatsapp:write for everything else that"
                                                + " changes something."),
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "malformed_body, invalid_request, outside_service_window or"
                                            + " provider_rejected: the request cannot be understood, or Meta refused"
                                            + " it.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description = "invalid_api_key or token_expired: there is no valid key.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "permission_denied: the key lacks the scope.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "not_found: there is no such thing in this workspace.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "conflict, idempotency_conflict, idempotency_in_progress,"
                                            + " template_not_approved or number_not_ready: the state of things is in"
                                            + " the way.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "TooLarge",
                                    description = "payload_too_large: the body has more than 2 MiB.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "UnsupportedMediaType",
                                    description = "unsupported_media_type: the body is not declared as JSON.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "Invalid",
                                    description = "validation_failed: details names each wrong field.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "TooMany",
                                    description = "rate_limit_exceeded: the key called too often.",
                                    headers = {
                                        @Header(
                                                name = "Retry-After",
                                                description = "Seconds until the next call is granted.",
                                                schema = @Schema(implementation = Integer.class)),
                                        @Header(
                                                name = "X-RateLimit-Limit",
                                                description = "Calls a minute.",
                                                schema = @Schema(implementation = Integer.class)),
                                        @Header(
                                                name = "X-RateLimit-Remaining",
                                                description = "Calls that are left at this moment.",
                                                schema = @Schema(implementation = Integer.class))
                                    },
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "InternalError",
                                    description = "internal_error: a fault of the gateway; the log has it under the"
                                            + " request id.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description = "provider_error, backlog_full or service_unavailable: try again after"
                                            + " the time in Retry-After.",
                                    content =
                                            @Content(
                                                    mediaType = MediaType.APPLICATION_JSON,
                                                    schema = @Schema(implementation = ErrorEnvelope.class)))
                        }))
public class NativeApi extends Application {
    /** The resources of the API. */
    static final Set<Class<?>> RESOURCES = Set.of(
            OnboardingResource.class,
            AccountsResource.class,
            PhoneNumbersResource.class,
            KeysResource.class,
            MessagesResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(RESOURCES);
        classes.addAll(RestConventions.providers());
        return classes;
    }

    @Override
    public Map<String, Object> getProperties() {
        return RestConventions.properties();
    }
}
