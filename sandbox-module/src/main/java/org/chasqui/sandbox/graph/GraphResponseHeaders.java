package org.chasqui.sandbox.graph;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Meta's headers on every answer; the usage header is there for clients that read it and always tells of an idle app. */
public class GraphResponseHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getRequestUri().getPath();
        response.getHeaders().putSingle("x-fb-trace-id", GraphHeaders.trace());
        response.getHeaders().putSingle("x-fb-rev", GraphHeaders.REVISION);
        response.getHeaders().putSingle("facebook-api-version", GraphHeaders.versionOf(path));
        response.getHeaders().putSingle("X-App-Usage", "{\"call_count\":0,\"total_time\":0,\"total_cputime\":0}");
    }
}
