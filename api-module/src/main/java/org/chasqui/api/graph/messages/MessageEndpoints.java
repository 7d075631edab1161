package org.chasqui.api.graph.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.chasqui.api.callbacks.CallbackData;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Reply;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.GraphEndpoints;
import org.chasqui.api.graph.GraphHandler;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.api.graph.nodes.Forwarding;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.TemplateCatalog;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.keys.Scope;

/**
 * Sends over our own pipeline: the message is stored first, and the answer waits for Meta's. What breaks on the way cannot lose
 * it, and a client that gives up waiting finds it in the log.
 */
@ApplicationScoped
class MessageEndpoints implements GraphEndpoints {
    /** Names what was taken and has no effect. */
    static final String IGNORED_HEADER = "X-Chasqui-Ignored";

    /** SDKs give up after half a minute or more; Meta answers within a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Messages messages;

    @Inject
    TemplateCatalog templates;

    @Inject
    Forwarding forwarding;

    @Inject
    CallbackData callbacks;

    @Inject
    Ids ids;

    @Override
    public void addTo(Routes<GraphHandler> routes) {
        routes.on("POST", "/{id}/messages", this::post).on("POST", "/{id}/marketing_messages", this::postMarketing);
    }

    private Reply post(GraphCall call) throws IOException {
        call.client().demand(Scope.SEND);
        var sender = call.number();
        var body = Body.of(call.arguments());
        return body.isReceipt() ? markRead(call, sender, body) : send(sender, body);
    }

    private Reply postMarketing(GraphCall call) throws IOException {
        call.client().demand(Scope.SEND);
        var sender = call.number();
        var body = Body.of(call.arguments());
        checkMarketing(sender, body);
        return send(sender, body);
    }

    /** Meta's optimised delivery is another product of Meta's; what it falls back to is what we have. */
    private void checkMarketing(SenderNumber sender, Body body) {
        if (!body.type().equals("template")) {
            throw MetaFailed.notMarketing("Only marketing templates are sent here: send anything else to /messages.");
        }
        if (body.isStrict()) {
            throw MetaFailed.notMarketing("This gateway sends marketing messages through the Cloud API: leave"
                    + " product_policy out, or make it CLOUD_API_FALLBACK.");
        }
        var content = body.content();
        templates
                .find(
                        sender,
                        content.path("name").asText(),
                        content.path("language").path("code").asText())
                .filter(template ->
                        !template.category().toUpperCase(Locale.ROOT).equals("MARKETING"))
                .ifPresent(template -> {
                    throw MetaFailed.notMarketing("The template " + template.name() + " is of the category "
                            + template.category() + ": only MARKETING ones are sent here.");
                });
    }

    private Reply send(SenderNumber sender, Body body) {
        return Reply.later(heard(sender, body).thenApply(message -> verdict(message, body)));
    }

    private static Answer verdict(MessageView message, Body body) {
        var answer = Verdict.of(message, body.input());
        return body.ignored().isEmpty() ? answer : answer.with(IGNORED_HEADER, String.join(", ", body.ignored()));
    }

    /** What the client wants back is kept before the message is: its first status may come at once. */
    private CompletionStage<MessageView> heard(SenderNumber sender, Body body) {
        var id = ids.next();
        var command = body.command(sender, id);
        var data = body.callbackData();
        data.ifPresent(text -> callbacks.keep(id, text));
        try {
            return messages.sendAndHear(command, PATIENCE);
        } catch (RequestFailed refused) {
            data.ifPresent(text -> callbacks.forget(id));
            throw refused;
        }
    }

    /** A message that came before the number did is known to Meta alone. */
    private Answer markRead(GraphCall call, SenderNumber sender, Body body) throws IOException {
        var id = body.readMessage();
        boolean isTyping = body.isTyping();
        var known = messages.find(sender.workspaceId(), id)
                .filter(message -> message.numberId().equals(sender.id()));
        if (known.isEmpty()) {
            return forwarding.forward(call, sender, "/messages");
        }
        messages.markRead(sender.workspaceId(), known.get().id(), isTyping);
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }
}
