package org.chasqui.api.dialects;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.RequestId;

/**
 * Stands before everything and takes out what belongs to a dialect. A filter and not a JAX-RS application: the dialects
 * share their prefix with the native API, take bodies where JAX-RS has none, and word what it would answer by itself.
 */
@WebFilter(filterName = "chasqui-dialects", urlPatterns = "/*", asyncSupported = true)
public class DialectFilter extends HttpFilter {
    /** For what may go better later, but nobody knows when. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(DialectFilter.class.getName());

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
        try (var call = new Call(request, path.get())) {
            var answer = answer(dialect, call, requestId);
            call.answerHeaders().forEach(response::setHeader);
            write(answer, response);
        }
    }

    private static Answer answer(Dialect dialect, Call call, String requestId) throws IOException {
        try {
            return dialect.answer(call);
        } catch (RequestFailed failed) {
            return refusal(dialect, call, failed);
        } catch (RuntimeException unexpected) {
            LOG.log(Level.ERROR, "Request " + requestId + " failed unexpectedly", unexpected);
            return refusal(
                    dialect,
                    call,
                    new RequestFailed(
                            FailureCode.INTERNAL_ERROR,
                            "Something failed inside the gateway. The log has it under request id " + requestId + ".",
                            unexpected));
        }
    }

    private static Answer refusal(Dialect dialect, Call call, RequestFailed failed) {
        var answer = dialect.refusal(call, failed);
        var known = failed.retryAfter();
        var retryAfter = known == null && failed.code().isRetryable() ? SOON : known;
        return retryAfter == null
                ? answer
                : answer.with("Retry-After", Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1_000)));
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(answer.contentType());
        var stream = answer.stream();
        if (stream == null) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        } else {
            response.setContentLengthLong(stream.length());
            stream.writeTo(response.getOutputStream());
        }
    }
}
