package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.MediaRules;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;

/** The phones of the simulated people: what they got, and what they write. */
@Path("/numbers/{number}/people")
@RequestScoped
public class PhonesResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Who talked with this number, the latest first. */
    @GET
    public Response people(@PathParam("number") String id, @DefaultValue("50") @QueryParam("limit") int limit) {
        World world = ControlCall.world(sandbox);
        return ControlCall.json(world.conversations().people(ControlCall.number(world, id), Math.min(limit, 1_000)));
    }

    /** One person. */
    @GET
    @Path("{person}")
    public Response person(@PathParam("number") String id, @PathParam("person") String person) {
        World world = ControlCall.world(sandbox);
        return ControlCall.json(
                world.conversations().person(ControlCall.number(world, id), ControlCall.person(person)));
    }

    /** Names a person: {@code {name}}. */
    @PUT
    @Path("{person}")
    public Response call(@PathParam("number") String id, @PathParam("person") String person, byte[] raw)
            throws IOException {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        String digits = ControlCall.person(person);
        world.management().call(digits, ControlCall.required(ControlCall.body(raw, Set.of("name")), "name"));
        return ControlCall.json(world.conversations().person(number, digits));
    }

    /** The conversation, oldest first: each message with its state and the text that the phone shows. */
    @GET
    @Path("{person}/messages")
    public Response messages(
            @PathParam("number") String id,
            @PathParam("person") String person,
            @DefaultValue("50") @QueryParam("limit") int limit) {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        String digits = ControlCall.person(person);
        ObjectNode json = Json.object();
        json.set("person", world.conversations().person(number, digits));
        json.set("messages", world.conversations().messages(number, digits, Math.min(limit, 1_000)));
        return ControlCall.json(json);
    }

    /** The person writes; see {@link PersonMessage} for the bodies. */
    @POST
    @Path("{person}/messages")
    public Response write(@PathParam("number") String id, @PathParam("person") String person, byte[] raw)
            throws IOException {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        String digits = ControlCall.person(person);
        PersonCall call = new PersonCall(world, number, digits, graphBase());
        ObjectNode content = PersonMessage.of(ControlCall.body(raw, PersonMessage.FIELDS), call);
        String wamid = world.receiving().receive(number, digits, content);
        return ControlCall.json(201, Json.object().put("wamid", wamid));
    }

    /** Puts a file on the person's phone; the id that it gets may then be sent as {@code media}. */
    @POST
    @Path("{person}/media")
    public Response put(
            @PathParam("number") String id,
            @PathParam("person") String person,
            @DefaultValue("") @QueryParam("filename") String fileName,
            @HeaderParam("Content-Type") String type,
            InputStream bytes)
            throws IOException {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        PersonCall call = new PersonCall(world, number, ControlCall.person(person), graphBase());
        return ControlCall.json(
                201,
                PersonFile.store(call, MediaRules.bare(type), fileName, bytes).toJson());
    }

    private String graphBase() {
        return uri.getBaseUri().toString().replaceFirst("/sandbox/control/?$", "/sandbox/graph");
    }

    /** Closes the service window at once. */
    @DELETE
    @Path("{person}/window")
    public Response closeWindow(@PathParam("number") String id, @PathParam("person") String person) {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        world.management().closeWindow(number, ControlCall.person(person));
        return Response.noContent().build();
    }
}
