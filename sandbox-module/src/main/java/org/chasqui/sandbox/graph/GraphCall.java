package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.MediaItem;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** One request to a management endpoint: its token was checked, and what it finds it may see. */
final class GraphCall {

    private final World world;
    private final HttpServletRequest request;
    private final UriInfo uri;
    private final AccessToken token;

    private GraphCall(World world, HttpServletRequest request, UriInfo uri, AccessToken token) {
        this.world = world;
        this.request = request;
        this.uri = uri;
        this.token = token;
    }

    /** Checks the token and its scope, else refuses with 190 or 10. */
    static GraphCall of(Sandbox sandbox, HttpServletRequest request, UriInfo uri) {
        return of(sandbox, request, uri, AccessToken.MANAGEMENT);
    }

    /** The same for another scope than that of management. */
    static GraphCall of(Sandbox sandbox, HttpServletRequest request, UriInfo uri, String scope) {
        World world = sandbox.world();
        if (world == null) {
            throw new GraphRefused(GraphFailure.of(2, sandbox.reason()));
        }
        String value = GraphHeaders.tokenOf(request.getHeader("Authorization"), request.getQueryString());
        AccessToken token = world.catalog().token(value);
        GraphFailure failure = AccessToken.check(token, scope, world.clock().millis());
        if (failure != null || token == null) {
            throw new GraphRefused(failure == null ? GraphFailure.of(190) : failure);
        }
        return new GraphCall(world, request, uri, token);
    }

    World world() {
        return world;
    }

    Waba waba(String id) {
        Waba waba = world.catalog().waba(id);
        if (waba == null) {
            throw new GraphRefused(GraphFailure.unsupported(request.getMethod(), id));
        }
        return seen(waba, waba);
    }

    BusinessNumber number(String id) {
        BusinessNumber number = world.catalog().number(id);
        if (number == null) {
            throw new GraphRefused(GraphFailure.unsupported(request.getMethod(), id));
        }
        return seen(number, number.waba());
    }

    /** A file; {@code phone_number_id} in the query, if given, must be its owner. */
    MediaItem media(String id) {
        MediaItem item = world.media().find(id);
        BusinessNumber owner = item == null ? null : world.catalog().number(item.number());
        String asked = query("phone_number_id");
        if (item == null || owner == null || (asked != null && !asked.equals(item.number()))) {
            throw new GraphRefused(GraphFailure.unsupported(request.getMethod(), id));
        }
        return seen(item, owner.waba());
    }

    /** The address under which the client sees Graph, without version and trailing slash. */
    String graphBase() {
        return uri.getBaseUri().toString().replaceFirst("/+$", "");
    }

    private <T> T seen(T object, Waba waba) {
        GraphFailure failure = token.checkAccess(waba.id());
        if (failure != null) {
            throw new GraphRefused(failure);
        }
        return object;
    }

    /** Whether the token reaches an account. */
    boolean sees(Waba waba) {
        return token.sees(waba.id());
    }

    @Nullable
    String query(String name) {
        return uri.getQueryParameters().getFirst(name);
    }

    /** The parameters of a POST: JSON of the body, and over it those of the query, as Graph takes both. */
    ObjectNode parameters(byte[] body) {
        ObjectNode all = Json.object();
        if (body.length > 0) {
            JsonNode json = Json.read(body);
            if (json instanceof ObjectNode object) {
                all.setAll(object);
            } else if (!form(body, all)) {
                throw new GraphRefused(GraphFailure.invalidParameter("The request body must be a JSON object."));
            }
        }
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        query.forEach((name, values) -> all.put(name, values.get(0)));
        return all;
    }

    private static boolean form(byte[] body, ObjectNode all) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.matches("[\\w.%+*-]+=[^{\\[]*")) {
            return false;
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = java.net.URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                all.put(java.net.URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8), value);
            }
        }
        return true;
    }

    /** The names in {@code fields=a,b{c},d.limit(2)}, top level only; empty when none were asked. */
    List<String> fields() {
        String asked = query("fields");
        List<String> names = new ArrayList<>();
        if (asked == null || asked.isBlank()) {
            return names;
        }
        int depth = 0;
        StringBuilder name = new StringBuilder();
        for (char c : (asked + ",").toCharArray()) {
            if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                names.add(name.toString().trim().replaceFirst("\\..*", ""));
                name.setLength(0);
            } else if (depth == 0) {
                name.append(c);
            }
        }
        return names;
    }

    /** Only the fields that were asked, or the usual ones; {@code id} always comes. */
    ObjectNode select(ObjectNode all, List<String> usual, String nodeType) {
        List<String> asked = fields();
        ObjectNode chosen = Json.object();
        for (String field : asked.isEmpty() ? usual : asked) {
            if (!all.has(field)) {
                throw new GraphRefused(GraphFailure.invalidParameter(
                        "Tried accessing nonexisting field (" + field + ") on node type (" + nodeType + ")"));
            }
            if (!all.get(field).isNull()) {
                chosen.set(field, all.get(field));
            }
        }
        chosen.set("id", all.get("id"));
        return chosen;
    }

    /** One page of a list with Graph's cursors: {@code limit} (25, at most 1,000), {@code after}, {@code before}. */
    ObjectNode page(List<ObjectNode> all) {
        int limit = limit();
        int from = 0;
        String after = query("after");
        String before = query("before");
        if (after != null) {
            from = position(after) + 1;
        } else if (before != null) {
            from = Math.max(0, position(before) - limit);
        }
        int to = Math.min(all.size(), from + limit);
        if (before != null && after == null) {
            to = Math.min(to, position(before));
        }
        ObjectNode page = Json.object();
        var data = page.putArray("data");
        for (int i = from; i < to; i++) {
            data.add(all.get(i));
        }
        if (!data.isEmpty()) {
            ObjectNode paging = page.putObject("paging");
            paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to - 1));
            if (to < all.size()) {
                paging.put("next", link("after", cursor(to - 1)));
            }
            if (from > 0) {
                paging.put("previous", link("before", cursor(from)));
            }
        }
        return page;
    }

    private int limit() {
        String asked = query("limit");
        try {
            return asked == null ? 25 : Math.max(1, Math.min(1_000, Integer.parseInt(asked)));
        } catch (NumberFormatException e) {
            throw new GraphRefused(GraphFailure.invalidParameter("Param limit must be an integer"));
        }
    }

    private String link(String name, String cursor) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("after", (Object[]) null)
                .replaceQueryParam("before", (Object[]) null)
                .replaceQueryParam("access_token", (Object[]) null)
                .queryParam(name, cursor)
                .build()
                .toString();
    }

    private static String cursor(int position) {
        byte[] text = ("QVFIU:" + position).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static int position(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            throw new GraphRefused(GraphFailure.of(131059));
        }
    }

    static Response json(ObjectNode body) {
        return Response.ok(Json.bytes(body), "application/json; charset=UTF-8").build();
    }

    static Response success() {
        return json(Json.object().put("success", true));
    }

    static Response json(GraphFailure failure) {
        return Response.status(failure.http())
                .type("application/json; charset=UTF-8")
                .entity(Json.bytes(failure.toJson(GraphHeaders.trace())))
                .build();
    }
}
