package org.chasqui.api.dialog360.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chasqui.api.callbacks.CallbackData;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Reply;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.MetaRefusal;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.api.dialog360.Style;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.RepeatedCalls;
import org.jspecify.annotations.Nullable;

/** {@code /messages} and {@code /v1/messages}: one address for all kinds of messages, and for marking as read. */
@ApplicationScoped
class MessageEndpoints implements Dialog360Endpoints {
    /** Clients wait for half a minute or a minute; past this they are told that the message is kept. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Messages messages;

    @Inject
    RepeatedCalls repeated;

    @Inject
    CallbackData callbacks;

    @Inject
    Ids ids;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.sends("POST", "/messages", this::post)
                .sends("POST", "/v1/messages", this::post)
                .sends("PUT", "/v1/messages/{id}", this::put);
    }

    private Reply post(Dialog360Call call) throws IOException {
        var body = call.arguments();
        if (body.has("status")) {
            markRead(call, body, body.demand("message_id"));
            return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
        }
        var wanted = Outgoing.read(body);
        var key = call.request().header(RepeatedCalls.HEADER);
        if (key.isEmpty()) {
            return Reply.later(send(call, wanted, null));
        }
        var answered = repeated.onceLater(
                call.workspaceId(),
                call.client().id(),
                key.get(),
                call.request().method() + " " + call.request().path(),
                call.request().content(),
                reservedId -> send(call, wanted, reservedId).thenApply(MessageEndpoints::toKeep));
        return Reply.later(answered.thenApply(MessageEndpoints::answer));
    }

    private static RepeatedCalls.Answered toKeep(Answer answer) {
        return new RepeatedCalls.Answered(answer.status(), answer.contentType(), answer.body(), false);
    }

    private static Answer answer(RepeatedCalls.Answered answered) {
        var answer = Answer.bytes(answered.status(), answered.mediaType(), answered.body());
        return answered.isReplayed() ? answer.with(RepeatedCalls.REPLAYED, "true") : answer;
    }

    private CompletionStage<Answer> send(Dialog360Call call, Outgoing wanted, @Nullable UUID reservedId) {
        var id = reservedId;
        if (wanted.callbackData() != null) {
            id = reservedId == null ? ids.next() : reservedId;
            callbacks.keep(id, wanted.callbackData());
        }
        var style = call.style();
        var command = new SendMessage(
                call.workspaceId(),
                call.number().id().toString(),
                wanted.to(),
                wanted.type(),
                wanted.content(),
                wanted.replyTo(),
                null,
                id);
        return messages.sendAndHear(command, PATIENCE).thenApply(message -> receipt(message, wanted, style));
    }

    /** A refusal of Meta's is an answer to keep: the message is written, and the same call must not make another. */
    private static Answer receipt(MessageView message, Outgoing wanted, Style style) {
        try {
            return Receipt.of(message, wanted.to(), style);
        } catch (MetaRefusal refused) {
            return Refusals.answer(refused, style);
        }
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
