package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.meta.TemplateRefusals;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.TemplateOffice;
import org.chasqui.sandbox.world.Waba;

/** The templates of an account. */
@Path("/")
@RequestScoped
public class TemplateResource {

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    /** Lists them; filters {@code name} (part of it), {@code status}, {@code category}, {@code language}. */
    @GET
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{waba: [0-9]+}/message_templates")
    public Response list(@PathParam("waba") String id) {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        List<ObjectNode> found = call.waba(id).templates().stream()
                .filter(template -> matches(call, "name", template, MessageTemplate::name, true))
                .filter(template -> matches(call, "status", template, MessageTemplate::status, false))
                .filter(template -> matches(call, "category", template, MessageTemplate::category, false))
                .filter(template -> matches(call, "language", template, MessageTemplate::language, false))
                .filter(template -> matches(
                        call, "quality_score", template, one -> one.judgement().quality(), false))
                .map(template ->
                        call.select(Nodes.template(call, template), Nodes.TEMPLATE_FIELDS, "WhatsAppMessageTemplate"))
                .toList();
        return GraphCall.json(call.page(found));
    }

    /** Hands a template in: it is reviewed a moment later, and the outcome told by webhook. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{waba: [0-9]+}/message_templates")
    public Response create(@PathParam("waba") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        Waba waba = call.waba(id);
        TemplateOffice.Handed handed = call.world().templates().create(waba, call.parameters(body));
        MessageTemplate template = handed.template();
        if (template == null) {
            GraphFailure failure = handed.failure();
            throw new GraphRefused(failure == null ? GraphFailure.of(1) : failure);
        }
        return GraphCall.json(Json.object()
                .put("id", template.id())
                .put("status", template.status())
                .put("category", template.category()));
    }

    /** Deletes all languages of {@code name}, or with {@code hsm_id} one. */
    @DELETE
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{waba: [0-9]+}/message_templates")
    public Response delete(@PathParam("waba") String id) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        Waba waba = call.waba(id);
        String name = call.query("name");
        String only = call.query("hsm_id");
        if (name == null && only == null) {
            throw new GraphRefused(GraphFailure.invalidParameter("The parameter name is required."));
        }
        List<MessageTemplate> found = waba.templates().stream()
                .filter(template -> name == null || template.name().equals(name))
                .filter(template -> only == null || template.id().equals(only))
                .toList();
        if (found.isEmpty()) {
            throw new GraphRefused(GraphFailure.invalidParameter("Message template not found"));
        }
        for (MessageTemplate template : found) {
            if (template.status().equals("DISABLED")) {
                throw new GraphRefused(TemplateRefusals.invalid("Disabled templates can't be deleted."));
            }
            call.world().templates().delete(waba, template);
        }
        return GraphCall.success();
    }

    /** Changes a template. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{template: [0-9]+}")
    public Response edit(@PathParam("template") String id, byte[] body) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        for (Waba waba : call.world().catalog().wabas()) {
            for (MessageTemplate template : waba.templates()) {
                if (template.id().equals(id) && call.sees(waba)) {
                    GraphFailure failure = call.world().templates().edit(waba, template, call.parameters(body));
                    if (failure != null) {
                        throw new GraphRefused(failure);
                    }
                    return GraphCall.success();
                }
            }
        }
        throw new GraphRefused(GraphFailure.unsupported("post", id));
    }

    /** Ends a pause. */
    @POST
    @Path("{version: (v[0-9]+\\.[0-9]+/)?}{template: [0-9]+}/unpause")
    public Response unpause(@PathParam("template") String id) throws IOException {
        GraphCall call = GraphCall.of(sandbox, request, uri);
        for (Waba waba : call.world().catalog().wabas()) {
            for (MessageTemplate template : waba.templates()) {
                if (template.id().equals(id)
                        && call.sees(waba)
                        && template.status().equals("PAUSED")) {
                    call.world().templates().become(waba, template, "APPROVED", "NONE", "UNPAUSE");
                    return GraphCall.success();
                }
            }
        }
        throw new GraphRefused(GraphFailure.unsupported("post", id));
    }

    private static boolean matches(
            GraphCall call,
            String parameter,
            MessageTemplate template,
            Function<MessageTemplate, String> property,
            boolean partly) {
        String asked = call.query(parameter);
        if (asked == null) {
            return true;
        }
        String value = property.apply(template);
        return partly ? value.contains(asked) : value.equalsIgnoreCase(asked);
    }
}
