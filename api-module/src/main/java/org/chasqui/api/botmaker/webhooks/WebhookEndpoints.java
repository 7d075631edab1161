package org.chasqui.api.botmaker.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.subscriptions.Kind;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.Subscriptions;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.Scope;
import org.jspecify.annotations.Nullable;

/**
 * {@code /webhooks}. Botmaker's published description only reads them, for they are set on a page there; making, changing,
 * testing and removing them by API is ours.
 */
@ApplicationScoped
class WebhookEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/v2.0/webhooks";
    private static final String NOTIFICATIONS = "messagesNotifications";
    private static final int CREATED = 201;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Webhooks webhooks;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, this::list)
                .reads("GET", PATH + "/{id}", call -> answer(200, call, demand(call)))
                .writes("POST", PATH, this::create)
                .writes("PUT", PATH + "/{id}", this::change)
                .writes("PATCH", PATH + "/{id}", this::change)
                .writes("DELETE", PATH + "/{id}", this::remove)
                .writes("POST", PATH + "/{id}/test", this::test);
    }

    private Answer list(BotmakerCall call) {
        var shown = subscriptions.list(call.client().workspaceId()).stream()
                .filter(one -> isVisible(call, one))
                .toList();
        return NextPage.whole(shown, one -> document(call, one));
    }

    /** Whoever is bound to a number neither sees nor changes what others hear of. */
    private static boolean isVisible(BotmakerCall call, Subscriptions.Found one) {
        var only = call.client().onlyNumber();
        return only == null || one.subscription().channels().equals(List.of(only));
    }

    private Subscriptions.Found demand(BotmakerCall call) {
        var id = call.variable("id");
        return BotmakerId.parse(id)
                .flatMap(ours -> subscriptions.find(call.client().workspaceId(), ours))
                .filter(one -> isVisible(call, one))
                .orElseThrow(() -> RequestFailed.notFound("webhook", id));
    }

    private Answer create(BotmakerCall call) throws IOException {
        return answer(CREATED, call, subscriptions.create(call.client().workspaceId(), wanted(call, null)));
    }

    private Answer change(BotmakerCall call) throws IOException {
        var old = demand(call);
        return answer(200, call, subscriptions.change(old, wanted(call, old)));
    }

    private Answer remove(BotmakerCall call) {
        subscriptions.remove(demand(call), call.client().name());
        return Answers.empty();
    }

    private Answer test(BotmakerCall call) {
        webhooks.test(call.client().workspaceId(), demand(call).webhook().id());
        return Answers.empty();
    }

    private static Subscriptions.Wanted wanted(BotmakerCall call, Subscriptions.@Nullable Found old)
            throws IOException {
        var given = call.arguments();
        var notifications = given.object(NOTIFICATIONS);
        var switches = old == null ? Switches.USUAL : old.subscription().switches();
        var kind = given.text("type")
                .map(Kind::parse)
                .orElse(old == null ? Kind.MESSAGES : old.subscription().kind());
        return new Subscriptions.Wanted(
                given.text("url").map(String::strip).orElse(null),
                kind,
                channels(call, notifications, old),
                given.names("token") ? given.text("token").map(String::strip).orElse("") : null,
                read(notifications, switches),
                given.flag("active").orElse(null),
                call.client().name());
    }

    private static Switches read(Arguments given, Switches old) {
        return new Switches(
                given.flag("notifyBotMessages").orElse(old.bot()),
                given.flag("notifyUserMessages").orElse(old.user()),
                given.flag("notifyOperatorMessages").orElse(old.agent()),
                given.flag("notifyStatusChanges").orElse(old.status()),
                given.flag("notifyHsmStatusOnly").orElse(old.templateStatusOnly()),
                given.flag("notifyEventMessages").orElse(old.events()),
                given.flag("includeVariableChanges").orElse(old.variableChanges()));
    }

    /** One channel at least (seed 002). */
    private static List<UUID> channels(BotmakerCall call, Arguments notifications, Subscriptions.@Nullable Found old) {
        var path = notifications.path("channelsIds");
        if (!notifications.names("channelsIds") && old != null) {
            return old.subscription().channels();
        }
        var ids = notifications.texts("channelsIds").stream()
                .map(one -> call.channel(one, path).id())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw RequestFailed.invalid(path, "must name a channel at least. GET /v2.0/channels lists them.");
        }
        return ids;
    }

    private static Answer answer(int status, BotmakerCall call, Subscriptions.Found one) {
        return Answer.json(status, document(call, one));
    }

    private static ObjectNode document(BotmakerCall call, Subscriptions.Found one) {
        var webhook = one.webhook();
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("id", BotmakerId.of(webhook.id()))
                .put("active", webhook.status() == WebhookStatus.ACTIVE)
                .put("type", one.subscription().kind().wireName());
        var notifications = document.putObject(NOTIFICATIONS);
        var channels = notifications.putArray("channelsIds");
        call.channels().stream()
                .map(number -> number.sender())
                .filter(number -> one.subscription().channels().contains(number.id()))
                .forEach(number -> channels.add(ChannelId.of(number)));
        var switches = one.subscription().switches();
        notifications
                .put("notifyBotMessages", switches.bot())
                .put("notifyUserMessages", switches.user())
                .put("notifyOperatorMessages", switches.agent())
                .put("notifyStatusChanges", switches.status())
                .put("notifyHsmStatusOnly", switches.templateStatusOnly())
                .put("notifyEventMessages", switches.events())
                .put("includeVariableChanges", switches.variableChanges());
        document.put("token", token(call.client(), one.subscription())).put("version", Frame.VERSION);
        document.putArray("redirectionRules");
        return document.put("url", webhook.url());
    }

    /** Whoever has it can pretend to be us before the endpoint: for those alone who could set another one. */
    static @Nullable String token(Client client, Subscription subscription) {
        return client.may(Scope.WRITE) ? subscription.token() : null;
    }
}
