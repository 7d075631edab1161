package org.chasqui.sandbox.graph;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.World;

/** Keeps each management call for whoever watches; uploads are left out, they are read as a stream. */
public class CallRecorder implements ContainerRequestFilter {

    @Inject
    private Sandbox sandbox;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        World world = sandbox.world();
        String type = request.getHeaderString("Content-Type");
        boolean isShort = type == null
                || type.startsWith("application/json")
                || type.startsWith("application/x-www-form-urlencoded");
        if (world == null || !isShort) {
            return;
        }
        byte[] body = new byte[0];
        if (request.hasEntity()) {
            body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        Map<String, List<String>> query = new HashMap<>(request.getUriInfo().getQueryParameters());
        String path = "/" + request.getUriInfo().getPath().replaceFirst("^/?(v\\d+\\.\\d+/)?", "");
        world.calls().add(request.getMethod(), path, query, type, body);
    }
}
