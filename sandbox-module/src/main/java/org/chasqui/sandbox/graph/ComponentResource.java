package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;

/** {@code /{phone}/conversational_automation}: ice breakers and commands; read as a field of the number. */
@Path("/")
@RequestScoped
public class ComponentResource {

    private static final int MOST_PROMPTS = 4;
    private static final int MOST_COMMANDS = 30;

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/conversational_automation")
    public Response set(@PathParam("number") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.number(id);
        ObjectNode parameters = call.parameters(body);
        JsonNode prompts = parameters.path("prompts");
        JsonNode commands = parameters.path("commands");
        if (prompts.size() > MOST_PROMPTS || commands.size() > MOST_COMMANDS) {
            throw new GraphRefused(GraphFailure.invalidParameter("Too many prompts or commands."));
        }
        for (JsonNode prompt : prompts) {
            if (prompt.asText().isEmpty() || prompt.asText().length() > 80) {
                throw new GraphRefused(GraphFailure.invalidParameter("Param prompts must have 1 to 80 characters."));
            }
        }
        for (JsonNode command : commands) {
            int name = command.path("command_name").asText().length();
            if (name == 0
                    || name > 32
                    || command.path("command_description").asText().length() > 256) {
                throw new GraphRefused(GraphFailure.invalidParameter("Param commands holds an invalid command."));
            }
        }
        ObjectNode shown = Json.object();
        shown.set("prompts", prompts.isMissingNode() ? Json.object().putArray("prompts") : prompts);
        shown.set("commands", commands.isMissingNode() ? Json.object().putArray("commands") : commands);
        call.world().management().showComponents(number, shown);
        return GraphCall.success();
    }
}
