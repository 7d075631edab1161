package org.chasqui.api.dialog360.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /messages} and {@code /v1/messages}: one address for all kinds of messages, and for marking as read. */
@ApplicationScoped
class MessageEndpoints implements Dialog360Endpoints {
    /** Clients wait for half a minute or a minute; past this they are told that the message is kept. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Messages messages;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.sends("POST", "/messages", this::post)
                .sends("POST", "/v1/messages", this::post)
                .sends("PUT", "/v1/messages/{id}", this::put);
    }

    private Answer post(Dialog360Call call) throws IOException {
        var body = call.arguments();
        if (body.has("status")) {
            markRead(call, body, body.demand("message_id"));
            return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
        }
        var wanted = Outgoing.read(body);
        var message = messages.sendAndWait(
                new SendMessage(
                        call.workspaceId(),
                        call.number().id().toString(),
                        wanted.to(),
                        wanted.type(),
                        wanted.content(),
                        wanted.replyTo(),
                        null,
                        null),
                PATIENCE);
        return Receipt.of(message, wanted.to(), call.style());
    }

    private Answer put(Dialog360Call call) throws IOException {
        markRead(call, call.arguments(), call.variable("id"));
        return Answer.json(200, JsonNodeFactory.instance.objectNode().set("meta", Refusals.meta()));
    }

    private void markRead(Dialog360Call call, Arguments body, String id) {
        var status = body.demand("status");
        if (!status.equals("read")) {
            throw RequestFailed.invalid("status", "is \"" + status + "\"; must be read.");
        }
        var message = messages.find(call.workspaceId(), id)
                .filter(found -> found.numberId().equals(call.number().id()))
                .orElseThrow(() -> RequestFailed.notFound("message", id));
        messages.markRead(call.workspaceId(), message.id(), isTyping(body));
    }

    private static boolean isTyping(Arguments body) {
        var indicator = body.raw("typing_indicator");
        return indicator.isBoolean() ? indicator.booleanValue() : indicator.isObject();
    }
}
