package org.chasqui.api.dialects;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.RequestId;

/**
 * Stands before everything and takes out what belongs to a dialect. A filter and not a JAX-RS application: the dialects
 * share their prefix with the native API, take bodies where JAX-RS has none, and word what it would answer by itself.
 */
@WebFilter(filterName = "chasqui-dialects", urlPatterns = "/*", asyncSupported = true)
public class DialectFilter extends HttpFilter {
    @Inject
    private transient Dialects dialects;

    @Inject
    private transient Ids ids;

    /** For the container. */
    public DialectFilter() {}

    DialectFilter(Dialects dialects, Ids ids) {
        this.dialects = dialects;
        this.ids = ids;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = Paths.of(request);
        var dialect = path.isEmpty() ? null : dialects.claiming(path.get());
        if (dialect == null) {
            chain.doFilter(request, response);
            return;
        }
        var given = request.getHeader(RequestId.HEADER);
        var requestId = RequestId.isSane(given) ? given : ids.next().toString();
        response.setHeader(RequestId.HEADER, requestId);
        serve(new Answering(dialect, new Call(request, path.get()), requestId, response), request);
    }

    private static void serve(Answering answering, HttpServletRequest request) throws IOException {
        boolean isLater = false;
        try {
            var reply = answering.reply();
            if (reply instanceof Reply.Later later && !later.isHere()) {
                isLater = true;
                LaterAnswer.await(later.answer(), answering, request.startAsync());
            } else {
                answering.write(answering.now(reply));
            }
        } finally {
            if (!isLater) {
                answering.call().close();
            }
        }
    }
}
