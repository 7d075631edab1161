package org.chasqui.messaging.inbound;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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

    /** Meta's largest payload (Meta, Cloud API reference). */
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final long PATIENCE_MILLIS = 15_000;

    private static final long LOG_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong refusalLoggedAt = new AtomicLong();

    @Inject
    transient GraphConfig graph;

    @Inject
    transient Ingest ingest;

    /** A stranger who knocks all day must not fill the log. */
    private void noteRefusal() {
        long count = refused.incrementAndGet();
        long now = System.nanoTime();
        long last = refusalLoggedAt.get();
        if ((count == 1 || now - last > LOG_EVERY_NANOS) && refusalLoggedAt.compareAndSet(last, now)) {
            LOG.log(
                    Level.WARNING,
                    "webhooks without a valid signature were refused, {0} since the start: check that the app secret"
                            + " is the one of the Meta app",
                    count);
        }
    }

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
            noteRefusal();
            answer(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "invalid_signature",
                    "X-Hub-Signature-256 is missing or does not match the body.");
            return;
        }
        var waiting = request.startAsync();
        waiting.setTimeout(PATIENCE_MILLIS);
        var answered = new AtomicBoolean();
        waiting.addListener(new OnTimeout(answered));
        ingest.store(body).whenComplete((stored, failed) -> {
            if (answered.compareAndSet(false, true)) {
                finish(waiting, failed);
            }
        });
    }

    /** Too slow to be called stored: Meta sends it again, and if it was stored after all it is merged twice to no harm. */
    private record OnTimeout(AtomicBoolean answered) implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            if (answered.compareAndSet(false, true)) {
                finish(event.getAsyncContext(), new TimeoutException("not stored in time"));
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // Nothing is left to do.
        }

        @Override
        public void onError(AsyncEvent event) {
            answered.set(true);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Happens once.
        }
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
