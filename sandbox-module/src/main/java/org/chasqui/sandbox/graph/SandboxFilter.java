package org.chasqui.sandbox.graph;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;

/** Stands before all addresses of the sandbox: closes them while it is off, and serves sends itself. */
@WebFilter(filterName = "chasqui-sandbox", urlPatterns = "/sandbox/*", asyncSupported = true)
public class SandboxFilter implements Filter {

    private static final byte[] NOT_FOUND =
            "{\"error\":{\"message\":\"Not found\",\"code\":404}}".getBytes(StandardCharsets.US_ASCII);

    @Inject
    private Sandbox sandbox;

    private final MessagesEndpoint messages = new MessagesEndpoint();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!sandbox.isEnabled()) {
            write(answer, 404, NOT_FOUND);
            return;
        }
        World world = sandbox.world();
        if (world == null) {
            GraphFailure failure = GraphFailure.of(2, sandbox.reason());
            write(answer, 503, Json.bytes(failure.toJson(GraphHeaders.trace())));
            return;
        }
        String path = http.getRequestURI().substring(http.getContextPath().length());
        String phone = http.getMethod().equals("POST") ? MessagesPath.phoneNumberId(path) : null;
        if (phone == null) {
            chain.doFilter(request, response);
        } else {
            messages.serve(world, phone, http, answer);
        }
    }

    static void write(HttpServletResponse answer, int status, byte[] json) throws IOException {
        answer.setStatus(status);
        answer.setContentType("application/json; charset=UTF-8");
        answer.setContentLength(json.length);
        answer.getOutputStream().write(json);
    }
}
