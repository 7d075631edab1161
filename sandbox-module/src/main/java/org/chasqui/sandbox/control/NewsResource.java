package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.meta.NewsKind;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Webhooks about accounts, numbers and templates, on demand. */
@Path("/")
@RequestScoped
public class NewsResource {

    private static final int DAY = 86_400;
    private static final Set<String> MEMBERS =
            Set.of("kind", "field", "value", "number", "template", "language", "only_tell");

    @Inject
    private Sandbox sandbox;

    /** The kinds that can be told, with a value in the shape of Meta's samples. */
    @GET
    @Path("news")
    public Response kinds() {
        var list = Json.object().putArray("kinds");
        for (NewsKind kind : NewsKind.all()) {
            list.addObject()
                    .put("kind", kind.name())
                    .put("field", kind.field())
                    .put("about", kind.about())
                    .put("title", kind.title())
                    .set("value", kind.value());
        }
        return ControlCall.json(list);
    }

    /**
     * Tells the app: {@code {kind, number?, template?, language?, value?, only_tell?}}, or any {@code {field, value}}.
     * {@code value} replaces that of the kind; its members that begin with $ are filled in. Graph says the same from then
     * on, unless {@code only_tell} is true.
     */
    @POST
    @Path("wabas/{waba}/news")
    public Response tell(@PathParam("waba") String id, byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        Waba waba = ControlCall.waba(world, id);
        ObjectNode body = ControlCall.body(raw, MEMBERS);
        NewsKind kind = kind(body);
        BusinessNumber number = number(world, waba, body, kind);
        MessageTemplate template = template(waba, body, kind);
        NewsKind told = body.path("value").isObject()
                ? new NewsKind(kind.name(), kind.about(), kind.title(), body.path("value"))
                : kind;
        ObjectNode value = told.filled(places(world, waba, number, template));
        if (!body.path("only_tell").asBoolean()) {
            world.management().follow(waba, number, told.field(), value);
        }
        world.news().tell(waba, told.field(), value);
        ObjectNode answer = Json.object().put("field", told.field());
        answer.set("value", value);
        return ControlCall.json(201, answer);
    }

    private static NewsKind kind(ObjectNode body) {
        String name = body.path("kind").asText();
        if (name.isEmpty()) {
            String field = ControlCall.required(body, "field");
            return new NewsKind(field, "account", field, Json.object());
        }
        return NewsKind.of(name)
                .orElseThrow(() -> ControlRefused.invalid("There is no kind " + name + ": GET /news lists them"));
    }

    private static @Nullable BusinessNumber number(World world, Waba waba, ObjectNode body, NewsKind kind) {
        String id = body.path("number").asText();
        if (!id.isEmpty()) {
            return ControlCall.number(world, id);
        }
        if (!kind.about().equals("number")) {
            return null;
        }
        return world.catalog().numbersOf(waba).stream()
                .findFirst()
                .orElseThrow(() -> ControlRefused.invalid("The account has no number to tell of"));
    }

    private static @Nullable MessageTemplate template(Waba waba, ObjectNode body, NewsKind kind) {
        if (!kind.about().equals("template")) {
            return null;
        }
        String name = body.path("template").asText();
        String language = body.path("language").asText();
        return waba.templates().stream()
                .filter(one -> name.isEmpty() || one.name().equals(name))
                .filter(one -> language.isEmpty() || one.language().equals(language))
                .findFirst()
                .orElseThrow(() -> ControlRefused.invalid("The account has no such template"));
    }

    private static Map<String, JsonNode> places(
            World world, Waba waba, @Nullable BusinessNumber number, @Nullable MessageTemplate template) {
        int now = (int) (world.clock().millis() / 1000);
        Map<String, JsonNode> places = new HashMap<>();
        places.put("$waba", TextNode.valueOf(waba.id()));
        places.put("$business", TextNode.valueOf("9" + waba.id()));
        places.put("$now", IntNode.valueOf(now));
        places.put("$tomorrow", IntNode.valueOf(now + DAY));
        if (number != null) {
            places.put("$number", TextNode.valueOf(number.digits()));
        }
        if (template != null) {
            places.put("$template_id", LongNode.valueOf(Long.parseLong(template.id())));
            places.put("$template_name", TextNode.valueOf(template.name()));
            places.put("$template_language", TextNode.valueOf(template.language()));
            places.put("$template_category", TextNode.valueOf(template.category()));
        }
        return places;
    }
}
