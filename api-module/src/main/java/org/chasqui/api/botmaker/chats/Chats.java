package org.chasqui.api.botmaker.chats;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.Peer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Finds chats by what clients write: {@code chatId}, or {@code channelId} with {@code contactId}. */
@ApplicationScoped
public class Chats {
    /** A person has one conversation with a number; another one stays when his number changes. */
    private static final int FEW = 10;

    @Inject
    Conversations conversations;

    @Inject
    Contacts contacts;

    @Inject
    PhoneNumbers numbers;

    /**
     * A chat that somebody is to be written to in, which need not have begun.
     *
     * @param peer digits, or a business-scoped user id
     * @param conversation the one that was named; null when number and person were, and it has not been looked for
     */
    public record Target(
            SenderNumber sender, String peer, @Nullable ConversationView conversation) {}

    /**
     * Reads {@code chat: {chatId} | {channelId, contactId}}.
     *
     * @throws RequestFailed VALIDATION_FAILED: seed 002 has 400 for a wrong chat id, and one whose channel is gone is one
     */
    public Target target(BotmakerCall call, Arguments chat) {
        var chatId = chat.text("chatId").map(String::strip);
        if (chatId.isPresent()) {
            var conversation = byId(call, chatId.get())
                    .orElseThrow(() -> RequestFailed.invalid(chat.path("chatId"), "there is no such chat."));
            return new Target(sender(conversation, chat.path("chatId")), conversation.peer(), conversation);
        }
        var sender = call.channel(chat.demand("channelId"), chat.path("channelId"));
        var peer = Peer.parse(chat.demand("contactId"), chat.path("contactId"));
        return new Target(sender, peer, null);
    }

    /** The conversation of a target; empty when nothing was said yet. */
    public Optional<ConversationView> find(Target target) {
        return Optional.ofNullable(target.conversation()).or(() -> find(target.sender(), target.peer()));
    }

    /**
     * A chat by a reference in a path: its id, {@code channelId:contactId}, or the person's {@code externalId}.
     *
     * @throws RequestFailed NOT_FOUND
     */
    public ConversationView demand(BotmakerCall call, String reference) {
        int colon = reference.lastIndexOf(':');
        var found = colon < 0
                ? byId(call, reference).or(() -> byExternalId(call, reference))
                : find(
                        call.channel(reference.substring(0, colon), "chatReference"),
                        Peer.parse(reference.substring(colon + 1), "chatReference"));
        return found.orElseThrow(() -> RequestFailed.notFound("chat", reference));
    }

    /** A chat that the caller may use; empty when there is none with this id. */
    public Optional<ConversationView> byId(BotmakerCall call, String chatId) {
        return BotmakerId.parse(chatId)
                .flatMap(id -> conversations.find(call.client().workspaceId(), id))
                .filter(conversation -> call.client().mayUse(conversation.numberId()));
    }

    /** What is external to Botmaker is WhatsApp's own: the business-scoped user id. */
    private Optional<ConversationView> byExternalId(BotmakerCall call, String reference) {
        var workspaceId = call.client().workspaceId();
        return Optional.of(reference)
                .filter(Recipient::isUserId)
                .flatMap(userId -> contacts.find(workspaceId, userId))
                .flatMap(person ->
                        conversations.list(workspaceId, ConversationFilter.ofContact(person.id()), FEW, null).stream()
                                .filter(one -> call.client().mayUse(one.numberId()))
                                .findFirst());
    }

    /** The chat of a number with a person; empty when nothing was said yet. */
    public Optional<ConversationView> find(SenderNumber sender, String peer) {
        return contacts.find(sender.workspaceId(), peer).flatMap(contact -> {
            var filter = new ConversationFilter(sender.id(), contact.id(), null, false, null, null);
            var all = conversations.list(sender.workspaceId(), filter, FEW, null);
            return all.stream()
                    .filter(one -> one.peer().equals(peer))
                    .findFirst()
                    .or(() -> all.stream().findFirst());
        });
    }

    private SenderNumber sender(ConversationView conversation, String field) {
        return numbers.byId(conversation.numberId())
                .orElseThrow(() -> RequestFailed.invalid(field, "the channel of this chat is not connected any more."));
    }
}
