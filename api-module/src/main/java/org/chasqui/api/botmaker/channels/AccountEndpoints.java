package org.chasqui.api.botmaker.channels;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.botmaker.wire.Peer;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.onboarding.OnboardingLinks;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /whatsapp/accounts}: the numbers with what Meta says of them, and links by which others connect theirs. */
@ApplicationScoped
class AccountEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/v2.0/whatsapp/accounts";
    private static final int CREATED = 201;

    @Inject
    OnboardingLinks links;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, call -> NextPage.whole(call.channels(), one -> document(one.sender())))
                .reads("GET", PATH + "/{number}", call -> Answer.json(200, document(demand(call))))
                .reads("GET", PATH + "/{number}/status", this::status)
                .writes("POST", PATH, this::invite);
    }

    private static SenderNumber demand(BotmakerCall call) {
        var number = call.variable("number");
        return call.channels().stream()
                .map(one -> one.sender())
                .filter(one -> ChannelId.names(number, one))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("account", number));
    }

    private Answer status(BotmakerCall call) {
        var sender = demand(call);
        return Answer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("number", ChannelId.digits(sender))
                        .put("status", sender.status()));
    }

    /** The link is for the number that is named, but whoever opens it chooses the number at Meta. */
    private Answer invite(BotmakerCall call) throws IOException {
        call.client().demandWorkspace("Links for new numbers");
        var number = Peer.parse(call.arguments().demand("number"), "number");
        var link = links.create(
                call.client().workspaceId(),
                "+" + number,
                false,
                null,
                call.client().name());
        return Answer.json(CREATED, JsonNodeFactory.instance.objectNode().put("createAccountLink", link.url()));
    }

    private static ObjectNode document(SenderNumber sender) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", ChannelId.digits(sender))
                .put("name", sender.verifiedName())
                .put("channelId", ChannelId.of(sender))
                .put("status", sender.status())
                .put("quality", sender.qualityRating())
                .put("messagingLimit", sender.messagingLimit())
                .put("wabaId", sender.wabaId());
    }
}
