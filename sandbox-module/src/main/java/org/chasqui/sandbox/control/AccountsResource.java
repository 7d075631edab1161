package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Management;
import org.chasqui.sandbox.world.Throughput;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Accounts, numbers, templates and tokens. */
@Path("/")
@RequestScoped
public class AccountsResource {

    private static final Set<String> WABA =
            Set.of("name", "callback", "pair_limit", "webhook_batch", "delays", "numbers");
    private static final Set<String> NUMBER = Set.of("number", "verified_name", "throughput", "status");
    private static final Set<String> TEMPLATE = Set.of("name", "language", "category", "status", "components");
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final Set<String> STATUSES = Set.of(
            "CONNECTED", "PENDING", "DISCONNECTED", "FLAGGED", "RESTRICTED", "RATE_LIMITED", "BANNED", "MIGRATED");

    @Inject
    private Sandbox sandbox;

    /** All accounts with their numbers. */
    @GET
    @Path("wabas")
    public Response wabas() {
        World world = ControlCall.world(sandbox);
        ArrayNode list = Json.object().putArray("wabas");
        world.catalog().wabas().forEach(waba -> list.add(view(world, waba)));
        return ControlCall.json(list);
    }

    /**
     * A new account: {@code {name, callback?, pair_limit?, webhook_batch?, delays?, numbers:[{number?, verified_name?,
     * throughput?}]}}. With a callback (or {@code "default"} for the app's) it is subscribed at once.
     */
    @POST
    @Path("wabas")
    public Response create(byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        ObjectNode body = ControlCall.body(raw, WABA);
        checkCallback(body.path("callback"));
        body.path("numbers").forEach(number -> ControlCall.throughput(number.path("throughput")));
        Waba waba = world.management().createWaba(body.path("name").asText("Test account"));
        for (JsonNode number : body.path("numbers")) {
            addNumber(world, waba, number);
        }
        change(world, waba, body);
        return ControlCall.json(201, view(world, waba));
    }

    /** Changes the switches of an account. */
    @PATCH
    @Path("wabas/{waba}")
    public Response adjust(@PathParam("waba") String id, byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        Waba waba = ControlCall.waba(world, id);
        ObjectNode body = ControlCall.body(raw, Set.of("callback", "pair_limit", "webhook_batch", "delays"));
        checkCallback(body.path("callback"));
        change(world, waba, body);
        return ControlCall.json(view(world, waba));
    }

    /** Removes an account. */
    @DELETE
    @Path("wabas/{waba}")
    public Response remove(@PathParam("waba") String id) throws IOException {
        World world = ControlCall.world(sandbox);
        if (id.equals(world.app().wabaId())) {
            throw ControlRefused.invalid("The first account stays: the product is connected to it");
        }
        world.management().remove(ControlCall.waba(world, id));
        return Response.noContent().build();
    }

    /** A new number in an account. */
    @POST
    @Path("wabas/{waba}/numbers")
    public Response addNumber(@PathParam("waba") String id, byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        Waba waba = ControlCall.waba(world, id);
        return ControlCall.json(201, view(addNumber(world, waba, ControlCall.body(raw, NUMBER))));
    }

    /**
     * Changes throughput or status of a number, or {@code facts}: fields of its node by Graph's names. No webhook tells of
     * it, as when Meta's is lost.
     */
    @PATCH
    @Path("numbers/{number}")
    public Response adjustNumber(@PathParam("number") String id, byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        BusinessNumber number = ControlCall.number(world, id);
        ObjectNode body = ControlCall.body(raw, Set.of("throughput", "status", "facts"));
        String status = body.path("status").asText();
        if (!status.isEmpty() && !STATUSES.contains(status)) {
            throw ControlRefused.invalid("status is one of " + String.join(", ", new TreeSet<>(STATUSES)));
        }
        Throughput level = ControlCall.throughput(body.path("throughput"));
        world.management().adjust(number, level, status.isEmpty() ? null : status);
        if (body.path("facts") instanceof ObjectNode facts) {
            world.management().set(number, facts);
        }
        return ControlCall.json(view(number));
    }

    /** All business numbers. */
    @GET
    @Path("numbers")
    public Response numbers() {
        ArrayNode list = Json.object().putArray("numbers");
        ControlCall.world(sandbox).catalog().numbers().forEach(number -> list.add(view(number)));
        return ControlCall.json(list);
    }

    /** Adds or replaces a template: Meta's shape, with {@code status} (APPROVED when absent). */
    @POST
    @Path("wabas/{waba}/templates")
    public Response putTemplate(@PathParam("waba") String id, byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        Waba waba = ControlCall.waba(world, id);
        ObjectNode body = ControlCall.body(raw, TEMPLATE);
        ControlCall.required(body, "name");
        ControlCall.required(body, "language");
        if (!CATEGORIES.contains(body.path("category").asText())) {
            throw ControlRefused.invalid("category is one of AUTHENTICATION, MARKETING, UTILITY");
        }
        if (!body.path("components").isArray()) {
            throw ControlRefused.invalid("components must be an array");
        }
        return ControlCall.json(201, world.management().put(waba, body).toJson());
    }

    /** A token with fewer rights: {@code {scopes?, wabas?, expires_in?}} (seconds; a negative one has run out already). */
    @POST
    @Path("tokens")
    public Response issue(byte[] raw) throws IOException {
        World world = ControlCall.world(sandbox);
        ObjectNode body = ControlCall.body(raw, Set.of("scopes", "wabas", "expires_in"));
        Set<String> scopes = body.has("scopes") ? texts(body.path("scopes")) : new HashSet<>(Management.scopes());
        AccessToken token = world.management()
                .issue(
                        scopes,
                        texts(body.path("wabas")),
                        body.path("expires_in").asLong() * 1_000);
        return ControlCall.json(201, Json.object().put("token", token.value()));
    }

    private BusinessNumber addNumber(World world, Waba waba, JsonNode json) throws IOException {
        int count = world.catalog().numbers().size() + 1;
        String digits = ControlCall.digits(json.path("number").asText("1555020" + String.format("%04d", count)));
        Throughput level = ControlCall.throughput(json.path("throughput"));
        return world.management()
                .createNumber(
                        waba,
                        digits,
                        json.path("verified_name").asText(waba.name()),
                        level == null ? Throughput.STANDARD : level);
    }

    private static void checkCallback(JsonNode callback) {
        String url = callback.asText();
        if (callback.isTextual() && !url.equals("default") && !url.matches("https?://[^\\s]+")) {
            throw ControlRefused.invalid("callback is an http address, \"default\", or null to unsubscribe");
        }
    }

    private static void change(World world, Waba waba, ObjectNode body) throws IOException {
        if (body.has("callback")) {
            JsonNode callback = body.get("callback");
            boolean own = callback.isTextual() && !callback.asText().equals("default");
            world.management().subscribe(waba, callback.isTextual(), own ? callback.asText() : null);
        }
        Delays now = waba.delays();
        JsonNode delays = body.path("delays");
        world.management()
                .adjust(
                        waba,
                        body.has("pair_limit")
                                ? Boolean.valueOf(body.get("pair_limit").asBoolean())
                                : null,
                        body.has("webhook_batch")
                                ? Integer.valueOf(body.get("webhook_batch").asInt(1))
                                : null,
                        delays.isObject()
                                ? new Delays(
                                        delays.path("sent").asInt(now.sent()),
                                        delays.path("delivered").asInt(now.delivered()),
                                        delays.path("read").asInt(now.read()))
                                : null);
    }

    private static ObjectNode view(World world, Waba waba) {
        ObjectNode json = Json.object().put("id", waba.id()).put("name", waba.name());
        json.put("subscribed", waba.isSubscribed()).put("callback", callbackOf(world, waba));
        json.put("pair_limit", waba.isPairLimited()).put("webhook_batch", waba.webhookBatch());
        json.putObject("delays")
                .put("sent", waba.delays().sent())
                .put("delivered", waba.delays().delivered())
                .put("read", waba.delays().read());
        ArrayNode numbers = json.putArray("numbers");
        world.catalog().numbersOf(waba).forEach(number -> numbers.add(view(number)));
        ArrayNode templates = json.putArray("templates");
        waba.templates()
                .forEach(template -> templates
                        .addObject()
                        .put("name", template.name())
                        .put("language", template.language())
                        .put("category", template.category())
                        .put("status", template.status()));
        return json;
    }

    private static @Nullable String callbackOf(World world, Waba waba) {
        if (!waba.isSubscribed()) {
            return null;
        }
        String override = waba.overrideCallback();
        return override == null ? world.app().callback() : override;
    }

    private static ObjectNode view(BusinessNumber number) {
        ObjectNode json =
                Json.object().put("id", number.id()).put("waba", number.waba().id());
        json.put("number", number.digits()).put("verified_name", number.verifiedName());
        json.put("throughput", number.throughput().name()).put("status", number.status());
        json.put("registered", number.registration().isRegistered());
        json.set("counts", number.counts());
        return json;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
