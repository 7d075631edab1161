package org.chasqui.web.login;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where people sign in: the dashboard, its push channel, and the control API behind its phone page. Everything else knows
 * its callers by keys or by signatures.
 */
final class Guarded {
    static final String PUSH = "/jakarta.faces.push/";

    private Guarded() {}

    static boolean is(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/console") || path.startsWith(PUSH) || path.startsWith("/sandbox/control/");
    }

    /** The path below the application's root, as it came over the wire. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
