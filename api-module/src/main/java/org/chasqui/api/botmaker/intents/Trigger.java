package org.chasqui.api.botmaker.intents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.botmaker.chats.Acquaintance;
import org.chasqui.api.botmaker.chats.Chats;
import org.chasqui.api.botmaker.chats.People;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.api.botmaker.notes.Outbox;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.botmaker.notes.Wish;
import org.chasqui.api.botmaker.templates.Filling;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.Handovers;
import org.chasqui.messaging.bots.RuleRuns;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Has an intent happen to somebody: variables and tags are set, then its messages go out. */
@ApplicationScoped
public class Trigger {
    static final String ENDPOINT = "/chats-actions/trigger-intent";

    @Inject
    Intents intents;

    @Inject
    RuleRuns runs;

    @Inject
    People people;

    @Inject
    Chats chats;

    @Inject
    Outbox outbox;

    @Inject
    Handovers handovers;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * An intent for somebody.
     *
     * @param field how the caller calls its name
     * @param webhookPayload what the client wants to have back; null for nothing
     * @param reservedId id that an idempotency key has reserved for it; null to make new ones
     */
    public record Wanted(
            Chats.Target target,
            String intent,
            String field,
            Variables said,
            @Nullable String webhookPayload,
            @Nullable UUID reservedId) {}

    /**
     * Has it happen.
     *
     * @return the webhookNotificationId
     * @throws RequestFailed VALIDATION_FAILED when there is no such intent or a variable is missing, or what sending says
     */
    public String run(Wanted wanted) {
        var target = wanted.target();
        var sender = target.sender();
        var person = people.learn(sender.workspaceId(), target.peer(), wanted.said());
        var intent = intents.find(sender, wanted.intent(), person::language)
                .orElseThrow(() -> RequestFailed.invalid(
                        wanted.field(),
                        "there is no rule of a bot and no template with the name " + wanted.intent() + "."));
        if (intent instanceof Intents.Intent.Template template) {
            var content = Filling.of(template.template(), person::value);
            return send(wanted, List.of(new Outgoing("template", content, null)));
        }
        return run(wanted, (Intents.Intent.Rule) intent, person);
    }

    private String run(Wanted wanted, Intents.Intent.Rule rule, Acquaintance person) {
        var target = wanted.target();
        var conversation = chats.find(target).orElseGet(() -> blank(target));
        var known = person.view().orElse(null);
        var run = runs.of(rule.bot(), rule.rule(), target.sender(), conversation, known);
        var messages = new ArrayList<Outgoing>();
        run.replies().forEach(reply -> messages.add(new Outgoing(reply.type(), reply.content(), null)));
        var id = send(wanted, messages);
        var tags = new Variables(Map.of(), run.tagsAdded(), run.tagsRemoved());
        people.learn(target.sender().workspaceId(), target.peer(), tags);
        var handOver = run.handOver();
        if (handOver != null) {
            // What was sent has begun the conversation where there was none.
            chats.find(target.sender(), target.peer()).ifPresent(begun -> handOver(begun, handOver));
        }
        return id;
    }

    private void handOver(ConversationView conversation, BotAction.HandOver handOver) {
        handovers.handOver(conversation.workspaceId(), conversation.id(), handOver.assignee(), handOver.note(), null);
    }

    private String send(Wanted wanted, List<Outgoing> messages) {
        var variables = wanted.said().variables().isEmpty()
                ? null
                : wanted.said().tree().toString();
        var target = wanted.target();
        var noted = messages.stream()
                .map(message -> message.with(wanted.webhookPayload()))
                .toList();
        return outbox.send(new Wish(ENDPOINT, target.sender(), target.peer(), noted, variables, wanted.reservedId()));
    }

    /** Nothing was said yet; placeholders want a conversation all the same. */
    private ConversationView blank(Chats.Target target) {
        return new ConversationView(
                ids.next(),
                target.sender().workspaceId(),
                target.sender().id(),
                target.peer(),
                null,
                null,
                null,
                null,
                clock.instant());
    }
}
