package org.chasqui.api.botmaker.notifications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.chats.People;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.Peer;
import org.chasqui.api.dialects.Answer;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.platform.failure.RequestFailed;

/**
 * {@code /notifications/contacts-blacklist}: who gets no notifications. Here that is a person who has opted out of templates,
 * marketing and utility; he still gets answers to what he writes.
 */
@ApplicationScoped
class BlacklistEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/v2.0/notifications/contacts-blacklist";
    private static final List<String> CATEGORIES = List.of(Consent.MARKETING, "utility");
    private static final String SOURCE = "api";
    private static final int MOST = 1_000;
    private static final int PAGE = 1_000;

    @Inject
    Contacts contacts;

    @Inject
    People people;

    @Inject
    BlacklistEndpoints self;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, this::list)
                .writes("POST", PATH, this::add)
                .writes("DELETE", PATH + "/{contact}", this::remove);
    }

    private Answer list(BotmakerCall call) {
        var page = call.nextPage();
        var found = contacts.list(
                workspace(call),
                new ContactFilter(null, null, Consent.MARKETING),
                PAGE + 1,
                page.after().orElse(null));
        return page.page(
                found,
                PAGE,
                one -> JsonNodeFactory.instance
                        .objectNode()
                        .put("contactId", one.phone() == null ? one.userId() : one.phone()),
                one -> BotmakerId.of(one.id()));
    }

    /** People belong to the whole workspace: opting one out would keep him from other numbers, too. */
    private static UUID workspace(BotmakerCall call) {
        call.client().demandWorkspace("Contacts");
        return call.client().workspaceId();
    }

    private Answer add(BotmakerCall call) throws IOException {
        var workspaceId = workspace(call);
        var all = call.arguments().texts("contacts");
        if (all.isEmpty() || all.size() > MOST) {
            throw RequestFailed.invalid("contacts", "must be 1 to " + MOST + " contacts.");
        }
        var peers = all.stream().map(one -> Peer.parse(one, "contacts")).toList();
        self.optOut(workspaceId, peers, call.client().name());
        return Answers.empty();
    }

    /** All of them or none. */
    @Transactional
    public void optOut(UUID workspaceId, List<String> peers, String by) {
        for (var peer : peers) {
            var person = people.known(workspaceId, peer);
            CATEGORIES.forEach(category -> contacts.optOut(workspaceId, person.id(), category, SOURCE, by));
        }
    }

    private Answer remove(BotmakerCall call) {
        var written = call.variable("contact");
        var workspaceId = workspace(call);
        var person = contacts.find(workspaceId, Peer.parse(written, "contact"))
                .orElseThrow(() -> RequestFailed.notFound("contact", written));
        self.optIn(workspaceId, person.id(), call.client().name());
        return Answers.empty();
    }

    @Transactional
    public void optIn(UUID workspaceId, UUID contactId, String by) {
        CATEGORIES.forEach(category -> contacts.optIn(workspaceId, contactId, category, SOURCE, by));
    }
}
