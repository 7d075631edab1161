package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.ProfileRules;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;

/** Registration and business profile of a number. */
@Path("/")
@RequestScoped
public class NumberResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Registers the number with its two-step PIN; the first one given becomes it. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/register")
    public Response register(@PathParam("number") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.number(id);
        ObjectNode parameters = call.parameters(body);
        requireProduct(parameters);
        String pin = parameters.path("pin").asText();
        if (pin.isEmpty()) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter pin is required."));
        }
        if (!pin.matches("\\d{6}")) {
            throw new GraphRefused(GraphFailure.invalidParameter("Param pin must be 6 characters long."));
        }
        GraphFailure failure = call.world().management().register(number, pin);
        dawdle(number.registration().answerAfter());
        return failure == null ? GraphCall.success() : GraphCall.json(failure);
    }

    /** Takes the number off the platform. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/deregister")
    public Response deregister(@PathParam("number") String id) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        call.world().management().deregister(call.number(id));
        return GraphCall.success();
    }

    /** The profile, by {@code fields}. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/whatsapp_business_profile")
    public Response profile(@PathParam("number") String id) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.number(id);
        List<String> asked = call.fields();
        for (String field : asked) {
            if (!ProfileRules.isField(field)) {
                throw new GraphRefused(GraphFailure.invalidParameter(
                        "Tried accessing nonexisting field (" + field + ") on node type (WhatsAppBusinessProfile)"));
            }
        }
        ObjectNode answer = Json.object();
        ObjectNode shown = answer.putArray("data").addObject();
        number.profile().properties().forEach(entry -> {
            if (asked.isEmpty() || asked.contains(entry.getKey())) {
                shown.set(entry.getKey(), entry.getValue());
            }
        });
        shown.put("messaging_product", "whatsapp");
        return GraphCall.json(answer);
    }

    /** Changes the given fields of the profile. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{number: [0-9]+}/whatsapp_business_profile")
    public Response changeProfile(@PathParam("number") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        BusinessNumber number = call.number(id);
        ObjectNode parameters = call.parameters(body);
        requireProduct(parameters);
        parameters.remove(List.of("messaging_product", "access_token"));
        GraphFailure failure = ProfileRules.check(parameters);
        if (failure != null) {
            return GraphCall.json(failure);
        }
        JsonNode picture = parameters.remove("profile_picture_handle");
        if (picture != null) {
            if (!call.world().uploads().isHandle(picture.asText())) {
                throw new GraphRefused(GraphFailure.invalidParameter("Param profile_picture_handle is not a handle."));
            }
            parameters.put(
                    "profile_picture_url",
                    "https://pps.whatsapp.net/v/sandbox-" + Integer.toHexString(picture.hashCode()));
        }
        call.world().management().show(number, parameters);
        return GraphCall.success();
    }

    /** The deed is done, the answer takes its time. */
    private static void dawdle(int millis) {
        if (millis > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    private static void requireProduct(ObjectNode parameters) {
        JsonNode product = parameters.path("messaging_product");
        if (product.isMissingNode()) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter messaging_product is required."));
        }
        if (!product.asText().equalsIgnoreCase("whatsapp")) {
            throw new GraphRefused(GraphFailure.invalidParameter(
                    "Param messaging_product must be one of {WHATSAPP} - got \"" + product.asText() + "\"."));
        }
    }
}
