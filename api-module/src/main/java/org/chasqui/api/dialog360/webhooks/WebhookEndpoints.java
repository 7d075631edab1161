package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.platform.keys.Scope;
import org.jspecify.annotations.Nullable;

/** {@code /v1/configs/webhook}: where the notifications of a number go. Clients read it, set it, and put the old one back. */
@ApplicationScoped
class WebhookEndpoints implements Dialog360Endpoints {
    /** A receiver should answer within this (S3-19); whoever takes longer is told so, and is delivered to all the same. */
    private static final int GUIDE_MILLIS = 80;

    @Inject
    Callbacks callbacks;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/v1/configs/webhook", this::get)
                .writes("POST", "/v1/configs/webhook", this::set)
                .writes("DELETE", "/v1/configs/webhook", this::remove);
    }

    private Answer get(Dialog360Call call) {
        var callback = callbacks.main(call.number());
        if (callback.isEmpty()) {
            return Answer.json(200, JsonNodeFactory.instance.objectNode().put("url", ""));
        }
        var body = describe(callback.get());
        if (!call.client().may(Scope.WRITE)) {
            // They hold passwords, which who may only read must not have.
            body.remove("headers");
        }
        var figures = callbacks.figures(callback.get());
        if (figures.medianMillis() != null) {
            body.set("response_times", responseTimes(figures.medianMillis(), figures.slowMillis()));
        }
        return Answer.json(200, body);
    }

    private Answer set(Dialog360Call call) throws IOException {
        var given = call.arguments();
        if (given.names("url") && !given.has("url")) {
            // Who has found none puts none back.
            return remove(call);
        }
        return Answer.json(200, describe(callbacks.set(call, null, CallbackWish.read(given))));
    }

    private Answer remove(Dialog360Call call) {
        callbacks.remove(call, callbacks.main(call.number()).stream().toList());
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("url", ""));
    }

    static ObjectNode describe(Callbacks.Standing callback) {
        var body = JsonNodeFactory.instance.objectNode().put("url", callback.url());
        var headers = body.putObject("headers");
        callback.headers().forEach(headers::put);
        if (callback.secret() != null) {
            // Not 360dialog's: what its x-360dialog-signature is to be checked with.
            body.put("signature_secret", callback.secret());
        }
        return body;
    }

    static ObjectNode responseTimes(int medianMillis, @Nullable Integer slowMillis) {
        var times = JsonNodeFactory.instance
                .objectNode()
                .put("median_ms", medianMillis)
                .put("p95_ms", slowMillis)
                .put("guide_ms", GUIDE_MILLIS);
        if (medianMillis > GUIDE_MILLIS) {
            times.put(
                    "warning",
                    "Your webhook takes longer than " + GUIDE_MILLIS
                            + " ms: notifications are delivered all the same, but"
                            + " may be delayed. Answer first, then work.");
        }
        return times;
    }
}
