package org.chasqui.sandbox.signup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Management;
import org.chasqui.sandbox.world.Signups;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sandbox/signup}: Embedded Signup's window. Like Meta's it is open to everybody, because an end customer has no
 * account here: a code that it gives is worth nothing without the secret of the app.
 */
@WebServlet(urlPatterns = "/sandbox/signup/*", asyncSupported = true)
public class SignupWindow extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BODY = 8_192;
    private static final int LISTED = 30;
    private static final Map<String, String> FILES = Map.of(
            "/", "window.html",
            "/window.css", "window.css",
            "/window.js", "window.js",
            "/sdk.js", "sdk.js");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    private transient Sandbox sandbox;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            String query = request.getQueryString();
            response.sendRedirect(request.getContextPath() + "/sandbox/signup/" + (query == null ? "" : "?" + query));
        } else if (path.equals("/accounts")) {
            answer(response, 200, accounts());
        } else if (FILES.containsKey(path)) {
            send(response, FILES.get(path));
        } else {
            response.sendError(404);
        }
    }

    /** {@code finish} with what was chosen; a script of another site cannot send the header. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/finish".equals(request.getPathInfo())
                || !"chasqui-signup".equals(request.getHeader("X-Requested-With"))) {
            response.sendError(404);
            return;
        }
        JsonNode body = Json.read(request.getInputStream().readNBytes(LONGEST_BODY));
        if (!(body instanceof ObjectNode object)) {
            answer(response, 400, error("The body must be a JSON object"));
            return;
        }
        try {
            Signups.Outcome outcome = world().signups().finish(choice(object));
            answer(
                    response,
                    200,
                    Json.object()
                            .put("code", outcome.code())
                            .put("business_id", outcome.businessId())
                            .put("waba_id", outcome.wabaId())
                            .put("phone_number_id", outcome.phoneNumberId()));
        } catch (IllegalArgumentException wrong) {
            answer(response, 400, error(String.valueOf(wrong.getMessage())));
        }
    }

    private static Signups.Choice choice(ObjectNode body) {
        String digits = body.path("number").asText().replaceAll("[^0-9]", "");
        String numberId = text(body, "phone_number_id");
        if (numberId == null && !digits.matches("[1-9]\\d{6,14}")) {
            throw new IllegalArgumentException("Enter the number in international form, for example +55 11 95550-0142");
        }
        String account = text(body, "account_name");
        String name = text(body, "display_name");
        return new Signups.Choice(
                text(body, "waba_id"),
                account == null ? "New business" : account,
                numberId,
                digits,
                name == null ? (account == null ? "New business" : account) : name,
                body.path("coexistence").asBoolean(),
                scopes(body.path("permissions")),
                trouble(body.path("trouble").asText("")));
    }

    private static Set<String> scopes(JsonNode list) {
        Set<String> scopes = new HashSet<>();
        list.forEach(scope -> scopes.add(scope.asText()));
        scopes.retainAll(Management.scopes());
        return scopes;
    }

    private static Signups.Trouble trouble(String name) {
        for (Signups.Trouble trouble : Signups.Trouble.values()) {
            if (trouble.name().toLowerCase(Locale.ROOT).equals(name)) {
                return trouble;
            }
        }
        return Signups.Trouble.NONE;
    }

    private static @Nullable String text(ObjectNode body, String field) {
        String text = body.path(field).asText("").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(100, text.length()));
    }

    private World world() throws IOException {
        World world = sandbox.world();
        if (world == null) {
            throw new IOException(sandbox.reason());
        }
        return world;
    }

    private ObjectNode accounts() throws IOException {
        World world = world();
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("accounts");
        world.catalog().wabas().stream().limit(LISTED).forEach(waba -> list.add(view(world, waba)));
        return answer;
    }

    private static ObjectNode view(World world, Waba waba) {
        ObjectNode json = Json.object().put("id", waba.id()).put("name", waba.name());
        ArrayNode numbers = json.putArray("numbers");
        for (BusinessNumber number : world.catalog().numbersOf(waba)) {
            numbers.addObject()
                    .put("id", number.id())
                    .put("name", number.verifiedName())
                    .put("number", "+" + number.digits());
        }
        return json;
    }

    private static ObjectNode error(String message) {
        return Json.object().put("error", message);
    }

    private static void answer(HttpServletResponse response, int status, ObjectNode json) throws IOException {
        byte[] bytes = Json.bytes(json);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json; charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void send(HttpServletResponse response, String file) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType(
                file.endsWith(".html")
                        ? "text/html; charset=UTF-8"
                        : file.endsWith(".css") ? "text/css; charset=UTF-8" : "text/javascript; charset=UTF-8");
        try (var in = SignupWindow.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException(file + " is missing beside SignupWindow.class: rebuild sandbox-module");
            }
            in.transferTo(response.getOutputStream());
        }
    }
}
