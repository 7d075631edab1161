package org.chasqui.platform.keys.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyCompanion;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.PageRequest;
import org.chasqui.platform.rest.Pages;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The API keys of the workspace. */
@Path("/keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class KeysResource {
    @Inject
    ApiKeys keys;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Caller caller;

    @Inject
    @Any
    Instance<KeyCompanion> companions;

    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "listKeys",
            summary = "List API keys",
            description = "The newest first, revoked ones included, never with their secrets. A key that is bound to a"
                    + " number sees the keys of that number.")
    @APIResponse(
            responseCode = "200",
            description = "The keys of the workspace.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = KeyBody.class)))
    public Response list(@BeanParam PageRequest page, @Context UriInfo uri) {
        var all = keys.list(caller.workspaceId()).stream()
                .filter(key -> caller.onlyNumber().isEmpty()
                        || caller.onlyNumber().get().equals(key.phoneNumberId()))
                .map(KeyBody::of)
                .toList();
        return Pages.page(uri, all, page, key -> key.id().toString());
    }

    @POST
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "createKey",
            summary = "Make an API key",
            description = "The secret is in this answer and nowhere else. A key gives only scopes that it holds itself;"
                    + " a key that is bound to a number makes only keys for that number; and a key that ends makes only"
                    + " keys that end with it or before. For a key of the kind waabot that has all scopes and no end, the"
                    + " answer has session_id and access_token of its number, too.")
    @APIResponse(responseCode = "200", description = "The key with its secret.")
    public KeyBody create(@NotNull(message = "is missing.") @Valid CreateKeyBody body) {
        var scopes = body.scopes() == null ? Set.<String>of() : Set.copyOf(body.scopes());
        demandOwned(scopes);
        var made = keys.create(new CreateApiKey(
                caller.workspaceId(),
                body.name().strip(),
                kind(body.kind()),
                scopes,
                number(body.phoneNumberId()),
                end(body.expiresAt()),
                caller.keyName()));
        return KeyBody.of(made, beside(made.key()).orElse(null));
    }

    @DELETE
    @Path("/{id}")
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke an API key",
            description = "It stops at once on this node and within 30 seconds on others. Revoking again changes"
                    + " nothing. A key that is bound to a number revokes only itself.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public void revoke(@Parameter(description = "Our id of the key.") @PathParam("id") String id) {
        if (caller.onlyNumber().isPresent() && !caller.keyId().toString().equals(id)) {
            throw bound();
        }
        keys.revoke(caller.workspaceId(), parse(id), caller.keyName());
    }

    private Optional<KeyCompanion.Credentials> beside(ApiKeyView key) {
        return companions.stream()
                .filter(companion -> companion.kind() == key.kind())
                .findFirst()
                .flatMap(companion -> companion.of(key));
    }

    private void demandOwned(Set<String> scopes) {
        Scope.firstUnknown(scopes).ifPresent(scope -> {
            throw Scope.unknown(scope);
        });
        for (var scope : scopes) {
            if (!caller.has(scope)) {
                throw new RequestFailed(
                        FailureCode.PERMISSION_DENIED,
                        "A key gives only scopes that it holds itself; \"" + caller.keyName() + "\" lacks " + scope
                                + ".");
            }
        }
    }

    /** No key outlives the one that made it: otherwise its end would be none. */
    private @Nullable Instant end(@Nullable Instant wanted) {
        var own = caller.keyExpiresAt();
        if (own.isEmpty() || wanted == null) {
            return own.orElse(wanted);
        }
        if (wanted.isAfter(own.get())) {
            throw RequestFailed.invalid("expires_at", "must not be after the end of your own key, " + own.get() + ".");
        }
        return wanted;
    }

    private @Nullable UUID number(@Nullable String id) {
        if (id == null) {
            if (caller.onlyNumber().isPresent()) {
                throw bound();
            }
            return null;
        }
        return numbers.find(caller.workspaceId(), id)
                .map(SenderNumber::id)
                .filter(caller::mayUse)
                .orElseThrow(() -> RequestFailed.invalid("phone_number_id", "is no connected number."));
    }

    private static RequestFailed bound() {
        return new RequestFailed(
                FailureCode.PERMISSION_DENIED,
                "This key is bound to one number: it makes only keys for that number, and revokes only itself.");
    }

    private static KeyKind kind(@Nullable String wireName) {
        return wireName == null
                ? KeyKind.CHASQUI
                : KeyKind.fromWireName(wireName)
                        .orElseThrow(() ->
                                RequestFailed.invalid("kind", "must be chasqui, dialog360, cbot, botmaker or waabot."));
    }

    private static UUID parse(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.notFound("API key", id);
        }
    }
}
