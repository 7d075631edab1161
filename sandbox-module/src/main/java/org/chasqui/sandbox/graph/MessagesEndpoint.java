package org.chasqui.sandbox.graph;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chasqui.sandbox.meta.Answer;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Sent;
import org.chasqui.sandbox.world.World;

/** The send call at servlet level, with all the ways in which an answer can go wrong. */
final class MessagesEndpoint {

    private static final System.Logger LOG = System.getLogger(MessagesEndpoint.class.getName());
    private static final int MAX_BODY = 1 << 20;
    private static final long HANG_MILLIS = 120_000;
    private static final long LONGEST_WAIT = 5_000;

    void serve(World world, String phone, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        int length = request.getContentLength();
        byte[] body = request.getInputStream().readNBytes(length >= 0 ? Math.min(length, MAX_BODY + 1) : MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            GraphFailure failure =
                    GraphFailure.invalidParameter("The request body is larger than " + MAX_BODY + " bytes.");
            SandboxFilter.write(response, 400, Json.bytes(failure.toJson(GraphHeaders.trace())));
            return;
        }
        String token = GraphHeaders.tokenOf(request.getHeader("Authorization"), request.getQueryString());
        Sent sent = world.sending().send(token, phone, body);
        CompletableFuture<Void> first = sent.waitFor();
        if (sent.answer() == Answer.HANG) {
            hang(request);
        } else if (first != null) {
            AsyncContext async = begin(request, LONGEST_WAIT + 1_000);
            AtomicBoolean once = new AtomicBoolean();
            Runnable finish = () -> {
                if (once.compareAndSet(false, true)) {
                    finish(async, request, sent);
                }
            };
            first.thenRun(finish);
            world.at(world.clock().millis() + LONGEST_WAIT, finish);
        } else if (sent.after() > 0) {
            AsyncContext async = begin(request, sent.after() + 30_000L);
            world.at(world.clock().millis() + sent.after(), () -> finish(async, request, sent));
        } else {
            answer(request, response, sent);
        }
        world.answered((System.nanoTime() - began) / 1000);
    }

    private static void finish(AsyncContext async, HttpServletRequest request, Sent sent) {
        try {
            answer(request, (HttpServletResponse) async.getResponse(), sent);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The client did not wait for a delayed answer", e);
        } finally {
            async.complete();
        }
    }

    private static void hang(HttpServletRequest request) {
        AsyncContext async = begin(request, HANG_MILLIS);
        async.addListener(new AsyncListener() {
            @Override
            public void onTimeout(AsyncEvent event) {
                Connections.abort(request, async.getResponse());
                async.complete();
            }

            @Override
            public void onComplete(AsyncEvent event) {
                // Nothing is held.
            }

            @Override
            public void onError(AsyncEvent event) {
                // The client is gone, which is what a hanging answer is for.
            }

            @Override
            public void onStartAsync(AsyncEvent event) {
                // Not restarted.
            }
        });
    }

    private static AsyncContext begin(HttpServletRequest request, long timeout) {
        AsyncContext async = request.startAsync();
        async.setTimeout(timeout);
        return async;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Sent sent) throws IOException {
        response.setHeader("x-fb-trace-id", GraphHeaders.trace());
        response.setHeader("x-fb-rev", GraphHeaders.REVISION);
        response.setHeader("facebook-api-version", GraphHeaders.versionOf(request.getRequestURI()));
        switch (sent.answer()) {
            case NORMAL, REFUSAL -> SandboxFilter.write(response, sent.http(), sent.body());
            case RESET, HANG -> Connections.abort(request, response);
            case HALF -> half(request, response, sent.body());
            case EMPTY_500 -> empty(response, 500);
            case EMPTY_503 -> empty(response, 503);
            case EMPTY_200 -> empty(response, 200);
            case EMPTY_429 -> {
                response.setHeader("Retry-After", "1");
                empty(response, 429);
            }
            case THROTTLED_429 -> SandboxFilter.write(response, 429, sent.body());
            case HTML_502 -> {
                response.setStatus(502);
                response.setContentType("text/html");
                response.getOutputStream().print("<html><body><h1>502 Bad Gateway</h1></body></html>");
            }
            case GARBAGE ->
                SandboxFilter.write(response, 200, ascii("{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id"));
            case NO_WAMID ->
                SandboxFilter.write(response, 200, ascii("{\"messaging_product\":\"whatsapp\",\"messages\":[]}"));
        }
    }

    private static void half(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType("application/json; charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body, 0, body.length / 2);
        response.flushBuffer();
        Connections.close(request, response);
    }

    private static void empty(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
