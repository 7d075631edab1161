package org.chasqui.messaging.inbound;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.chasqui.platform.graph.GraphConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where Meta posts. A plain servlet, because it carries two or three times what JAX-RS does. The answer is 200 only when
 * the body is committed; anything else makes Meta send it again, for up to seven days.
 */
@WebServlet(
        urlPatterns = {"/webhooks/meta", "/api/v1/webhooks/whatsapp"},
        asyncSupported = true)
public class MetaWebhookServlet extends HttpServlet {
    private static final Logger LOG = System.getLogger(MetaWebhookServlet.class.getName());

    /** Meta's largest payload (cloud-api.md 5.1). */
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final long PATIENCE_MILLIS = 15_000;

    @Inject
    transient GraphConfig graph;

    @Inject
    transient Ingest ingest;

    /** Meta checks the address: it wants its challenge back when the verify token is right. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var challenge = request.getParameter("hub.challenge");
        boolean subscribes = "subscribe".equals(request.getParameter("hub.mode"));
        if (subscribes && challenge != null && isVerifyToken(request.getParameter("hub.verify_token"))) {
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getWriter().write(challenge);
        } else {
            answer(response, HttpServletResponse.SC_FORBIDDEN, "permission_denied", "The verify token is wrong.");
        }
    }

    private boolean isVerifyToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        graph.verifyToken().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "payload_too_large", "At most 3 MB.");
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "payload_too_large", "At most 3 MB.");
            return;
        }
        if (!WebhookSignature.isValid(body, request.getHeader("X-Hub-Signature-256"), graph.appSecrets())) {
            LOG.log(Level.WARNING, "a webhook without a valid signature was refused, {0} bytes", body.length);
            answer(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "invalid_signature",
                    "X-Hub-Signature-256 is missing or does not match the body.");
            return;
        }
        var waiting = request.startAsync();
        waiting.setTimeout(PATIENCE_MILLIS);
        ingest.store(body).whenComplete((stored, failed) -> finish(waiting, failed));
    }

    private static void finish(AsyncContext waiting, @Nullable Throwable failed) {
        var response = (HttpServletResponse) waiting.getResponse();
        try {
            if (failed == null) {
                response.setStatus(HttpServletResponse.SC_OK);
            } else {
                LOG.log(Level.WARNING, "a webhook could not be stored, Meta will send it again", failed);
                answer(
                        response,
                        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                        "service_unavailable",
                        "Could not be stored; send it again.");
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "the sender of a webhook did not wait for its answer", gone);
        } finally {
            waiting.complete();
        }
    }

    private static void answer(HttpServletResponse response, int status, String code, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message
                        + "\",\"type\":\"webhook_error\"}}");
    }
}
