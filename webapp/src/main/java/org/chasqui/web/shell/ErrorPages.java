package org.chasqui.web.shell;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the container goes with an error (web.xml). People in the dashboard see a page; everybody else, who may well be a
 * program, gets one line of JSON and never the container's own page, which names its version.
 */
@WebServlet("/console-error")
public class ErrorPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var address = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (address == null) {
            // Somebody asked for this very address; there is nothing to see.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            writeJson(response);
        } else if (address.startsWith(request.getContextPath() + "/console")) {
            request.getRequestDispatcher("/WEB-INF/errors/" + page(request, response) + ".xhtml")
                    .forward(request, response);
        } else {
            writeJson(response);
        }
    }

    private static String page(HttpServletRequest request, HttpServletResponse response) {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (isExpiry(thrown)) {
            response.setStatus(HttpServletResponse.SC_OK);
            return "expired";
        }
        return switch (response.getStatus()) {
            case HttpServletResponse.SC_NOT_FOUND -> "404";
            case HttpServletResponse.SC_FORBIDDEN -> "403";
            default -> "500";
        };
    }

    private static boolean isExpiry(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                return true;
            }
        }
        return false;
    }

    private static void writeJson(HttpServletResponse response) throws IOException {
        var status = response.getStatus();
        var code = switch (status) {
            case 401 -> "invalid_api_key";
            case 403 -> "permission_denied";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            default -> status < 500 ? "invalid_request" : "internal_error";
        };
        var message = status == 404
                ? "There is nothing at this address; the API begins at /api/v1, its description is at /openapi."
                : "The request failed with status " + status + ".";
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"type\":\""
                        + (status < 500 ? "request_error" : "server_error") + "\"}}");
    }
}
