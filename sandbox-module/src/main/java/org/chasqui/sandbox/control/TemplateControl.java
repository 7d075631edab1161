package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.TemplateOffice;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Plays the reviewer and the people: what becomes of templates. Each change is told by webhook. */
@Path("/")
@RequestScoped
public class TemplateControl {

    private static final Set<String> CHANGES =
            Set.of("status", "reason", "title", "category", "correct_category", "quality");
    private static final Set<String> STATUSES = Set.of(
            "APPROVED",
            "PENDING",
            "REJECTED",
            "PAUSED",
            "DISABLED",
            "IN_APPEAL",
            "PENDING_DELETION",
            "LIMIT_EXCEEDED",
            "ARCHIVED",
            "LOCKED");
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final Set<String> QUALITIES = Set.of("GREEN", "YELLOW", "RED", "UNKNOWN");

    @Inject
    private Sandbox sandbox;

    /** All templates of an account. */
    @GET
    @Path("wabas/{waba}/templates")
    public Response list(@PathParam("waba") String id) {
        ArrayNode list = Json.object().putArray("templates");
        ControlCall.waba(ControlCall.world(sandbox), id).templates().forEach(one -> list.add(one.toJson()));
        return ControlCall.json(list);
    }

    /**
     * Decides about a template: {@code {status?, reason?, title?, category?, correct_category?, quality?}}. {@code title}
     * is that of a pause: FIRST_PAUSE, SECOND_PAUSE, UNPAUSE; {@code correct_category} announces a move, {@code category}
     * makes it. With {@code quietly=true} a status is told to nobody, as when a webhook is lost.
     */
    @PATCH
    @Path("wabas/{waba}/templates/{name}")
    public Response decide(
            @PathParam("waba") String id,
            @PathParam("name") String name,
            @QueryParam("quietly") boolean quietly,
            byte[] raw)
            throws IOException {
        World world = ControlCall.world(sandbox);
        Waba waba = ControlCall.waba(world, id);
        MessageTemplate template = find(waba, name);
        ObjectNode body = ControlCall.body(raw, CHANGES);
        TemplateOffice office = world.templates();
        String status = word(body, "status", STATUSES);
        String category = word(body, "category", CATEGORIES);
        String announced = word(body, "correct_category", CATEGORIES);
        String quality = word(body, "quality", QUALITIES);
        if (quality != null) {
            template = office.rate(waba, template, quality);
        }
        if (announced != null) {
            template = office.announce(waba, template, announced);
        }
        if (category != null) {
            template = office.move(waba, template, category);
        }
        if (status != null) {
            String reason = body.path("reason").asText("NONE");
            template = quietly
                    ? office.becomeQuietly(waba, template, status, reason)
                    : office.become(
                            waba, template, status, reason, body.path("title").asText(""));
        }
        return ControlCall.json(template.toJson());
    }

    /** Deletes a template at Meta; with {@code quietly=true} without a webhook, as when one is lost. */
    @DELETE
    @Path("wabas/{waba}/templates/{name}")
    public Response delete(
            @PathParam("waba") String id, @PathParam("name") String name, @QueryParam("quietly") boolean quietly)
            throws IOException {
        World world = ControlCall.world(sandbox);
        Waba waba = ControlCall.waba(world, id);
        if (quietly) {
            world.templates().lose(waba, find(waba, name));
        } else {
            world.templates().delete(waba, find(waba, name));
        }
        return Response.noContent().build();
    }

    private static MessageTemplate find(Waba waba, String nameOrId) {
        return waba.templates().stream()
                .filter(template ->
                        template.name().equals(nameOrId) || template.id().equals(nameOrId))
                .findFirst()
                .orElseThrow(() -> ControlRefused.notFound("template", nameOrId));
    }

    private static @Nullable String word(ObjectNode body, String member, Set<String> known) {
        String word = body.path(member).asText("").toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !known.contains(word)) {
            throw ControlRefused.invalid(member + " is one of " + String.join(", ", new TreeSet<>(known)));
        }
        return word.isEmpty() ? null : word;
    }
}
