package org.chasqui.api.botmaker.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.notes.Results;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.Peer;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** {@code /chats}: conversations, with the variables and tags of the person. */
@ApplicationScoped
class ChatEndpoints implements BotmakerEndpoints {
    private static final int PAGE = 250;
    private static final String PATH = "/v2.0/chats";

    @Inject
    Chats chats;

    @Inject
    Conversations conversations;

    @Inject
    Contacts contacts;

    @Inject
    People people;

    @Inject
    ChatDocuments documents;

    @Inject
    Results results;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, this::list)
                .reads("GET", PATH + "/variables", this::variables)
                .reads("GET", PATH + "/{chatReference}", this::one)
                .writes("PATCH", PATH + "/{chatReference}", this::change);
    }

    /** The latest activity first; {@code to} and {@code emails} are looked at after the page is read: one may have fewer. */
    private Answer list(BotmakerCall call) {
        var query = call.query();
        var page = call.nextPage();
        var found = conversations.list(
                call.client().workspaceId(),
                filter(call, query),
                PAGE + 1,
                page.token().map(ChatEndpoints::cursor).orElse(null));
        var until = Times.read(query, "to").orElse(Instant.MAX);
        boolean onlySilent = query.flag("only-users-never-talked").orElse(false);
        var emails = query.text("emails")
                .map(text ->
                        Set.copyOf(List.of(text.strip().toLowerCase(Locale.ROOT).split("[\\s,;]+"))))
                .orElse(Set.of());
        var shown = documents.of(call.client().workspaceId(), found);
        return page.page(
                found,
                PAGE,
                one -> !one.activeAt().isBefore(until)
                                || onlySilent && one.lastInboundAt() != null
                                || !hasOneOf(emails, shown.get(one.id()))
                        ? null
                        : shown.get(one.id()),
                one -> one.activeAt().toEpochMilli() + "-" + BotmakerId.of(one.id()));
    }

    private static boolean hasOneOf(Set<String> emails, @Nullable ObjectNode chat) {
        return emails.isEmpty()
                || chat != null && emails.contains(chat.path("email").asText("").toLowerCase(Locale.ROOT));
    }

    private ConversationFilter filter(BotmakerCall call, Arguments query) {
        var number = query.text("channel-id")
                .map(id -> call.channel(id, "channel-id").id())
                .orElse(call.client().onlyNumber());
        var contact = query.text("contact-id")
                .map(id -> Peer.parse(id, "contact-id"))
                .map(peer -> contacts.find(call.client().workspaceId(), peer)
                        .map(person -> person.id())
                        // Nobody's: an id that no contact has.
                        .orElse(call.client().workspaceId()));
        var text = query.text("name").map(String::strip);
        return new ConversationFilter(
                number,
                contact.orElse(null),
                null,
                false,
                text.orElse(null),
                Times.read(query, "from").orElse(null));
    }

    static Conversations.Cursor cursor(String token) {
        int dash = token.indexOf('-');
        try {
            return new Conversations.Cursor(
                    activity(token.substring(0, Math.max(0, dash))),
                    BotmakerId.parse(token.substring(dash + 1)).orElseThrow(NumberFormatException::new));
        } catch (NumberFormatException foreign) {
            throw RequestFailed.invalid("next-page-token", "must be taken from a nextPage.");
        }
    }

    private static Instant activity(String millis) {
        var at = Instant.ofEpochMilli(Long.parseLong(millis));
        if (!Times.isKeepable(at)) {
            throw new NumberFormatException("no time of ours");
        }
        return at;
    }

    private Answer one(BotmakerCall call) {
        return answer(chats.demand(call, call.variable("chatReference")));
    }

    private Answer change(BotmakerCall call) throws IOException {
        var chat = chats.demand(call, call.variable("chatReference"));
        var said = Variables.read(call.arguments());
        people.learn(chat.workspaceId(), chat.peer(), said);
        if (!said.variables().isEmpty()) {
            results.tellVariables(chat, said.tree());
        }
        return answer(chat);
    }

    private Answer answer(ConversationView chat) {
        return Answer.json(200, documents.of(chat));
    }

    private Answer variables(BotmakerCall call) {
        var reference = call.query().demand("chat-id").strip();
        var chat = chats.demand(call, reference);
        var person =
                Optional.ofNullable(chat.contactId()).flatMap(id -> contacts.find(chat.workspaceId(), id.toString()));
        return NextPage.whole(person.map(documents::variables).orElse(List.of()), variable -> variable);
    }
}
