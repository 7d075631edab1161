package org.chasqui.sandbox.graph;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.chasqui.sandbox.meta.GraphFailure;

/** Every failure in Meta's words: wrong paths, verbs, bodies, and our own bugs as error 1. */
public class GraphFailures implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(GraphFailures.class.getName());

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Context
    @SuppressWarnings("NullAway.Init")
    private Request request;

    @Override
    public Response toResponse(Throwable thrown) {
        return GraphCall.json(failureOf(thrown));
    }

    private GraphFailure failureOf(Throwable thrown) {
        String path = uri.getPath().replaceFirst("^/?(v\\d+\\.\\d+/)?", "");
        if (thrown instanceof GraphRefused refused) {
            return refused.failure();
        }
        if (thrown instanceof NotFoundException) {
            return path.matches("\\d+")
                    ? GraphFailure.unsupported(request.getMethod(), path)
                    : GraphFailure.unknownPath(path);
        }
        if (thrown instanceof NotAllowedException) {
            return GraphFailure.unsupported(request.getMethod(), path.replaceFirst("/.*", ""));
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return GraphFailure.invalidParameter("Invalid parameter");
        }
        LOG.log(System.Logger.Level.ERROR, "The sandbox failed to answer a Graph request", thrown);
        return GraphFailure.of(131000);
    }
}
