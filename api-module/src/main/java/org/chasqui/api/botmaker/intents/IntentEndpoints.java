package org.chasqui.api.botmaker.intents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.Failures;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.chats.Chats;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ReservedIds;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** {@code trigger-intent}, alone and in batches, and the list of the rules that can be triggered. */
@ApplicationScoped
class IntentEndpoints implements BotmakerEndpoints {
    private static final int ACCEPTED = 202;
    private static final int MOST = 500;

    @Inject
    Trigger trigger;

    @Inject
    Chats chats;

    @Inject
    Intents intents;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.sends("POST", "/v2.0" + Trigger.ENDPOINT, this::one)
                .sends("POST", "/v2.0/chats-actions/batch/trigger-intent", this::batch)
                .reads("GET", "/v2.0/intents", this::list);
    }

    private Answer one(BotmakerCall call) throws IOException {
        return Answers.taken(ACCEPTED, run(call, call.arguments(), call.reservedId()));
    }

    /** Each by itself: one that is refused does not keep the others out. */
    private Answer batch(BotmakerCall call) throws IOException {
        var all = call.arguments().objects("items");
        if (all.isEmpty() || all.size() > MOST) {
            throw RequestFailed.invalid("items", "must be 1 to " + MOST + " items.");
        }
        var body = JsonNodeFactory.instance.objectNode();
        var items = body.putArray("items");
        var reserved = call.reservedId();
        for (int i = 0; i < all.size(); i++) {
            items.add(outcome(call, all.get(i), reserved == null ? null : ReservedIds.ofItem(reserved, i)));
        }
        return Answer.json(ACCEPTED, body);
    }

    private ObjectNode outcome(BotmakerCall call, Arguments item, @Nullable UUID reservedId) {
        try {
            return JsonNodeFactory.instance.objectNode().put("webhookNotificationId", run(call, item, reservedId));
        } catch (RequestFailed refused) {
            return Failures.body(refused);
        }
    }

    private String run(BotmakerCall call, Arguments given, @Nullable UUID reservedId) {
        if (given.has("postActionIntentIdOrName")) {
            throw RequestFailed.invalid(
                    given.path("postActionIntentIdOrName"),
                    "is not known here: nothing happens after an intent. Trigger the other one when its status comes.");
        }
        var target = chats.target(call, given.object("chat"));
        return trigger.run(new Trigger.Wanted(
                target,
                given.demand("intentIdOrName"),
                given.path("intentIdOrName"),
                Variables.read(given),
                given.text("webhookPayload").orElse(null),
                reservedId));
    }

    private Answer list(BotmakerCall call) {
        return NextPage.whole(intents.rules(call.client().workspaceId()), one -> {
            var title = one.rule().title();
            var name = title == null ? String.join(", ", one.rule().keywords()) : title;
            var intent = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", BotmakerId.of(one.rule().id()))
                    .put("name", name)
                    .put("botName", one.bot().name())
                    .put("active", one.rule().active());
            one.rule().keywords().forEach(intent.putArray("keywords")::add);
            return intent;
        });
    }
}
