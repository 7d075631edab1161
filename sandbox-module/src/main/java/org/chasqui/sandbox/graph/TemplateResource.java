package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.MessageTemplate;

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
                .map(template ->
                        call.select(Nodes.template(template), Nodes.TEMPLATE_FIELDS, "WhatsAppMessageTemplate"))
                .toList();
        return GraphCall.json(call.page(found));
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
