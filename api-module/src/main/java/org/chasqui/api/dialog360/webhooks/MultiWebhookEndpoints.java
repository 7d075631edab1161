package org.chasqui.api.dialog360.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * {@code /multi_webhook}: up to three callbacks beside the main one, by name. Each has its own queue and retries here, whatever
 * the main one answers.
 */
@ApplicationScoped
class MultiWebhookEndpoints implements Dialog360Endpoints {
    private static final int MOST = 3;
    private static final int LONGEST_NAME = 100;

    @Inject
    Callbacks callbacks;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/multi_webhook", this::get)
                .writes("POST", "/multi_webhook", this::create)
                .writes("PUT", "/multi_webhook", this::replace)
                .writes("PATCH", "/multi_webhook", this::change)
                .writes("DELETE", "/multi_webhook", this::delete);
    }

    private Answer get(Dialog360Call call) {
        var extras = callbacks.extras(call.number());
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("enabled", extras.stream().anyMatch(one -> one.webhook().status() != WebhookStatus.DISABLED));
        var destinations = body.putArray("destinations");
        extras.forEach(one -> destinations.add(WebhookEndpoints.describe(one).put("name", one.name())));
        return Answer.json(200, body);
    }

    private Answer create(Dialog360Call call) throws IOException {
        if (!callbacks.extras(call.number()).isEmpty()) {
            throw conflict("There are destinations already: replace them with PUT, or change them with PATCH.");
        }
        return replace(call);
    }

    private Answer replace(Dialog360Call call) throws IOException {
        var wanted = destinations(call.arguments());
        if (wanted.isEmpty()) {
            throw RequestFailed.invalid("destinations", "is required: one to three of {name, url, headers}.");
        }
        demandMain(call);
        var gone = callbacks.extras(call.number()).stream()
                .filter(one -> !wanted.containsKey(one.name()))
                .toList();
        return set(call, wanted, gone);
    }

    private Answer change(Dialog360Call call) throws IOException {
        var wanted = destinations(call.arguments());
        demandMain(call);
        var names = new HashSet<>(wanted.keySet());
        callbacks.extras(call.number()).forEach(one -> names.add(one.name()));
        if (names.size() > MOST) {
            throw RequestFailed.invalid("destinations", "would be " + names.size() + "; there may be " + MOST + ".");
        }
        return set(call, wanted, List.of());
    }

    private Answer set(Dialog360Call call, Map<String, CallbackWish> wanted, List<Callbacks.Standing> gone)
            throws IOException {
        callbacks.set(call, wanted, gone);
        call.arguments().flag("enabled").ifPresent(on -> callbacks.tell(call, callbacks.extras(call.number()), on));
        return done("Webhook destinations updated");
    }

    private Answer delete(Dialog360Call call) {
        callbacks.remove(call, callbacks.extras(call.number()));
        return done("Webhook destinations removed");
    }

    private void demandMain(Dialog360Call call) {
        if (callbacks.main(call.number()).isEmpty()) {
            throw conflict("Set the main webhook first, at /v1/configs/webhook.");
        }
    }

    /** By name; names are compared letter by letter. */
    static Map<String, CallbackWish> destinations(Arguments given) {
        var wanted = new LinkedHashMap<String, CallbackWish>();
        for (var one : given.objects("destinations")) {
            var name = one.demand("name");
            if (name.length() > LONGEST_NAME) {
                throw RequestFailed.invalid(one.path("name"), "must have " + LONGEST_NAME + " characters at most.");
            }
            if (wanted.put(name, CallbackWish.read(one)) != null) {
                throw RequestFailed.invalid(one.path("name"), "is there twice: names must be unique.");
            }
        }
        if (wanted.size() > MOST) {
            throw RequestFailed.invalid("destinations", "are " + wanted.size() + "; there may be " + MOST + ".");
        }
        return wanted;
    }

    private static RequestFailed conflict(String message) {
        return new RequestFailed(FailureCode.CONFLICT, message);
    }

    private static Answer done(String message) {
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("message", message));
    }
}
