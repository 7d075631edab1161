package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphErrors;
import org.chasqui.sandbox.meta.Scenario;
import org.chasqui.sandbox.meta.Scenarios;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;

/** How numbers and people behave. */
@Path("/")
@RequestScoped
public class BehaviourResource {

    private static final int LONGEST = 600_000;

    @Inject
    private Sandbox sandbox;

    /** The scenarios that can be set, and the error codes that can be given with them. */
    @GET
    @Path("scenarios")
    public Response scenarios() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("scenarios");
        list.addObject().put("scenario", "normal").put("meaning", "as usual");
        list.addObject().put("scenario", "refused").put("meaning", "refused at once with code");
        list.addObject().put("scenario", "failed").put("meaning", "accepted, then failed with code");
        Scenarios.table()
                .forEach(line -> list.addObject()
                        .put("scenario", line.scenario().key())
                        .put("suffix", line.suffix())
                        .put("meaning", line.meaning()));
        ArrayNode codes = json.putArray("codes");
        GraphErrors.all()
                .values()
                .forEach(error -> codes.addObject()
                        .put("code", error.code())
                        .put("http", error.http())
                        .put("title", error.title()));
        return ControlCall.json(json);
    }

    /** What is set at present. */
    @GET
    @Path("behaviours")
    public Response behaviours() {
        return ControlCall.json(ControlCall.world(sandbox).behaviours().toJson());
    }

    /**
     * Sets the scenario of a person (their number) or of a business number (its id): {@code {scenario, code?, times?,
     * answer_after?, status_delay?}}; times 0 or absent holds until it is cleared, delays are milliseconds.
     */
    @PUT
    @Path("behaviours/{target}")
    public Response set(@PathParam("target") String target, byte[] raw) {
        World world = ControlCall.world(sandbox);
        ObjectNode body = ControlCall.body(raw, Set.of("scenario", "code", "times", "answer_after", "status_delay"));
        String key = body.path("scenario").asText("normal");
        int code = body.path("code").asInt();
        Scenario scenario = Scenarios.named(key, code);
        if (scenario == null) {
            throw ControlRefused.invalid(
                    "Unknown scenario " + key + ", or it needs a code; see GET /sandbox/control/scenarios");
        }
        int answerAfter = body.path("answer_after").asInt(scenario.answerAfter());
        if (answerAfter != scenario.answerAfter()) {
            scenario = scenario.answeredAfter(Math.max(0, Math.min(answerAfter, LONGEST)));
        }
        int delay = Math.max(0, Math.min(body.path("status_delay").asInt(), LONGEST));
        String id = world.catalog().number(target) == null ? ControlCall.person(target) : target;
        world.behaviours().set(id, scenario, body.path("times").asInt(), delay);
        return ControlCall.json(world.behaviours().toJson());
    }

    /** Back to normal for one. */
    @DELETE
    @Path("behaviours/{target}")
    public Response clear(@PathParam("target") String target) {
        World world = ControlCall.world(sandbox);
        world.behaviours().clear(world.catalog().number(target) == null ? ControlCall.person(target) : target);
        return Response.noContent().build();
    }

    /** Back to normal for all. */
    @DELETE
    @Path("behaviours")
    public Response clearAll() {
        ControlCall.world(sandbox).behaviours().clear();
        return Response.noContent().build();
    }
}
