package org.chasqui.messaging.webhooks;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** Where anybody who knows the address may post something for the inspector to show. */
@WebServlet(urlPatterns = "/inspector/*", asyncSupported = true)
public class InspectorServlet extends HttpServlet {
    private static final int LARGEST_BODY = 256 * 1024;

    @Inject
    transient Inspector inspector;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var workspace =
                path == null ? null : inspector.workspaceOf(path.substring(1)).orElse(null);
        if (workspace == null) {
            answer(
                    response,
                    HttpServletResponse.SC_NOT_FOUND,
                    "{\"error\":\"There is no inspector at this address.\"}");
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "{\"error\":\"At most 256 KiB.\"}");
            return;
        }
        var headers = new TreeMap<String, String>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        inspector.keep(workspace, headers, new String(body, StandardCharsets.UTF_8));
        answer(response, HttpServletResponse.SC_OK, "{\"kept\":true}");
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(body);
    }
}
