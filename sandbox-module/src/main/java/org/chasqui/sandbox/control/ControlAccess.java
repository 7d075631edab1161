package org.chasqui.sandbox.control;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.World;

/**
 * Lets in whoever has the sandbox's system token, or is logged in to the product as owner, admin or agent. A browser
 * session must put {@code X-Requested-With: chasqui} on changes, which another site's form cannot.
 */
public class ControlAccess implements ContainerRequestFilter {

    private static final List<String> ROLES = List.of("owner", "admin", "agent");

    @Inject
    private Sandbox sandbox;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        World world = sandbox.world();
        if (world == null) {
            context.abortWith(ControlFailures.answer(503, "unavailable", sandbox.reason()));
            return;
        }
        if (hasToken(context.getHeaderString("Authorization"), world)) {
            return;
        }
        boolean reads = context.getMethod().equals("GET") || context.getMethod().equals("HEAD");
        if (!isLoggedIn()) {
            context.abortWith(ControlFailures.answer(
                    401, "unauthenticated", "Send Authorization: Bearer <sandbox token>, or log in to the dashboard"));
        } else if (!reads && !"chasqui".equals(context.getHeaderString("X-Requested-With"))) {
            context.abortWith(ControlFailures.answer(
                    401, "unauthenticated", "Changes from a browser need the header X-Requested-With: chasqui"));
        }
    }

    private boolean isLoggedIn() {
        return request.getUserPrincipal() != null && ROLES.stream().anyMatch(request::isUserInRole);
    }

    private static boolean hasToken(@org.jspecify.annotations.Nullable String authorization, World world) {
        byte[] expected = ("Bearer " + world.app().systemToken()).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
