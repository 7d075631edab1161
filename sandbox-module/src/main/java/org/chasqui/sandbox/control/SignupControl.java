package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Registration;
import org.chasqui.sandbox.world.World;

/** How numbers stand with Meta's registration, and which management calls have come. */
@Path("/")
@RequestScoped
public class SignupControl {

    @Inject
    private Sandbox sandbox;

    /** {@code {registered, verified, has_pin, tries}}; {@code tries} are those of the last 72 hours. */
    @GET
    @Path("numbers/{number}/registration")
    public Response registration(@PathParam("number") String id) {
        World world = ControlCall.world(sandbox);
        return ControlCall.json(view(world, ControlCall.number(world, id)));
    }

    /** Changes {@code verified}, {@code pin} (null takes two-step verification away) or {@code tries}. */
    @PUT
    @Path("numbers/{number}/registration")
    public Response change(@PathParam("number") String id, byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        ObjectNode body = ControlCall.body(raw, Set.of("verified", "pin", "tries"));
        String pin = body.path("pin").asText("");
        if (body.hasNonNull("pin") && !pin.matches("\\d{6}")) {
            throw ControlRefused.invalid("pin is six digits, or null");
        }
        if (body.has("pin") && body.get("pin").isNull()) {
            world.management().forgetPin(number);
        }
        world.management()
                .prepare(
                        number,
                        body.hasNonNull("pin") ? pin : null,
                        body.has("verified")
                                ? Boolean.valueOf(body.get("verified").asBoolean())
                                : null,
                        body.path("tries").asInt(-1));
        return ControlCall.json(view(world, number));
    }

    /** The last management calls whose path has this word, without what is secret. */
    @GET
    @Path("calls")
    public Response calls(@DefaultValue("") @QueryParam("path") String word) {
        return ControlCall.json(ControlCall.world(sandbox).calls().toJson(word));
    }

    private static ObjectNode view(World world, BusinessNumber number) {
        Registration registration = number.registration();
        return Json.object()
                .put("registered", registration.isRegistered())
                .put("verified", registration.isVerified())
                .put("has_pin", registration.hasPin())
                .put("tries", registration.tries(world.clock().millis()));
    }
}
