package org.chasqui.api.botmaker.channels;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.subscriptions.Subscriptions;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /channels}: the numbers that the caller may use. Other platforms than WhatsApp have none. */
@ApplicationScoped
class ChannelEndpoints implements BotmakerEndpoints {
    static final String WHATSAPP = "whatsapp";

    private static final String CONNECTED = "CONNECTED";

    @Inject
    Subscriptions subscriptions;

    @Inject
    PhoneNumbers numbers;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", "/v2.0/channels", this::list)
                .reads("GET", "/v2.0/channels/{id}", this::one)
                .writes("PATCH", "/v2.0/channels/{id}", this::change);
    }

    private Answer list(BotmakerCall call) {
        var platform = call.query().text("platform").map(String::strip).orElse(WHATSAPP);
        var active = call.query().flag("active");
        var hooks = subscriptions.list(call.client().workspaceId());
        var shown = call.channels().stream()
                .filter(number -> platform.equalsIgnoreCase(WHATSAPP))
                .filter(number -> active.isEmpty() || active.get() == isActive(number))
                .toList();
        return NextPage.whole(shown, number -> document(number, hooks));
    }

    private Answer one(BotmakerCall call) {
        var hooks = subscriptions.list(call.client().workspaceId());
        return Answer.json(200, document(demand(call), hooks));
    }

    private static NumberView demand(BotmakerCall call) {
        var id = call.variable("id");
        return call.channels().stream()
                .filter(number -> ChannelId.names(id, number.sender()))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("channel", id));
    }

    /** Name and state of a number are Meta's: what is so already is no news, and nothing else can be set. */
    private Answer change(BotmakerCall call) throws IOException {
        var number = demand(call);
        var given = call.arguments();
        boolean isOtherName = given.text("name")
                .filter(name -> !name.strip().equals(name(number)))
                .isPresent();
        boolean isOtherState = given.flag("active")
                .filter(active -> active != isActive(number))
                .isPresent();
        if (isOtherName || isOtherState) {
            throw new RequestFailed(
                    FailureCode.INVALID_REQUEST,
                    "The name of a number and whether it is connected are decided at Meta: change the name in the"
                            + " WhatsApp Manager, connect and disconnect in the dashboard under Numbers.");
        }
        return Answers.empty();
    }

    private ObjectNode document(NumberView number, List<Subscriptions.Found> hooks) {
        var sender = number.sender();
        var webhook = hooks.stream()
                .filter(hook -> hook.subscription().channels().contains(sender.id()))
                .findFirst()
                .map(hook -> hook.webhook().id())
                .orElse(null);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", ChannelId.of(sender))
                .put("platform", WHATSAPP)
                .put("active", isActive(number))
                .put("name", name(number))
                .put("webhookId", webhook == null ? null : BotmakerId.of(webhook))
                .put("number", ChannelId.digits(sender))
                .put("status", sender.status())
                .put("quality", sender.qualityRating())
                .put("wabaId", sender.wabaId())
                .put("trial", false);
    }

    private boolean isActive(NumberView number) {
        return number.sender().status().equals(CONNECTED)
                && numbers.obstacle(number.sender().id()).isEmpty();
    }

    private static String name(NumberView number) {
        var name = number.sender().verifiedName();
        return name == null ? number.sender().displayPhoneNumber() : name;
    }
}
