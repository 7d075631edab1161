package org.chasqui.api.waabot.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.Page;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** {@code /message-log?page=&limit=&type=}: newest first. */
@ApplicationScoped
class MessageLogEndpoints implements WaabotEndpoints {
    private static final int USUAL_PAGE = 50;
    private static final int MOST = 200;

    /** Beyond this many it is not counted how many there are: a large table would be walked for every page. */
    private static final int COUNTED = 10_000;

    @Inject
    Messages messages;

    @Inject
    PhoneNumbers numbers;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.reads("GET", "/message-log", this::list);
    }

    private Answer list(WaabotCall call) throws IOException {
        var arguments = call.arguments();
        var page = Page.of(arguments, USUAL_PAGE, MOST);
        var workspace = call.client().workspaceId();
        var filter = LogWish.read(arguments, wanted(call));
        var data = JsonNodeFactory.instance.arrayNode();
        messages.list(workspace, filter, page.limit(), page.offset())
                .forEach(message -> data.add(LogEntry.of(message, digits(message.numberId()))));
        return Answer.json(
                200,
                page.noteIn(Envelope.success("Message log fetched successfully!", data))
                        .put("total", messages.count(workspace, filter, COUNTED)));
    }

    /** The number of the instance that was named, or to which the caller is bound; null for all. */
    private static @Nullable UUID wanted(WaabotCall call) {
        var only = call.client().onlyNumber();
        return call.namesInstance() ? call.sender().id() : only;
    }

    private @Nullable String digits(UUID numberId) {
        return numbers.byId(numberId)
                .map(SenderNumber::displayPhoneNumber)
                .map(shown -> shown.replaceAll("\\D", ""))
                .orElse(null);
    }
}
