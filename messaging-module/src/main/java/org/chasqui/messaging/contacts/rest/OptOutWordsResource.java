package org.chasqui.messaging.contacts.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.chasqui.messaging.contacts.Keywords;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.rest.Caller;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/whatsapp/opt_out_words}. */
@Path("/whatsapp/opt_out_words")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Contacts")
public class OptOutWordsResource {
    @Inject
    Keywords keywords;

    @Inject
    Caller caller;

    /** The words of the workspace. */
    @GET
    @RequiresScope(Scope.READ)
    @Operation(
            operationId = "getOptOutWords",
            summary = "Get the words by which people opt out",
            description = "A message counts when it is nothing but one of them; case and accents do not matter.")
    @APIResponse(responseCode = "200", description = "The words.")
    public OptOutWordsBody get() {
        return OptOutWordsBody.of(keywords.of(caller.workspaceId()));
    }

    /** Chooses the words of the workspace. */
    @PUT
    @RequiresScope(Scope.WRITE)
    @Operation(
            operationId = "chooseOptOutWords",
            summary = "Choose the words by which people opt out",
            description = "Replaces both lists; one that is left out becomes empty.")
    @APIResponse(responseCode = "200", description = "The words.")
    public OptOutWordsBody choose(@Nullable OptOutWordsBody body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The request needs a JSON body.");
        }
        if (caller.onlyNumber().isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "The words belong to the whole workspace; this API key is bound to one number.");
        }
        return OptOutWordsBody.of(keywords.choose(
                caller.workspaceId(),
                body.stop() == null ? List.of() : body.stop(),
                body.start() == null ? List.of() : body.start()));
    }
}
