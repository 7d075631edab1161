package org.chasqui.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.conversations.ConversationFilter;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The list of conversations, and the chosen one. All that it shows is in its address. */
@Named
@RequestScoped
public class InboxPage {
    private static final Logger LOG = System.getLogger(InboxPage.class.getName());
    private static final Texts TEXTS = Texts.of("inbox");
    private static final int MOST = 50;

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    InboxAddress address;

    @Inject
    Conversations conversations;

    @Inject
    Contacts contacts;

    @Inject
    Messages messages;

    @Inject
    Threads threads;

    @Inject
    Formats formats;

    private @Nullable List<ConversationRow> rows;
    private @Nullable Optional<ConversationView> chosen;
    private @Nullable Optional<ContactView> contact;
    private Threads.@Nullable Piece piece;

    public List<ConversationRow> getRows() {
        var known = rows;
        if (known == null) {
            known = read();
            rows = known;
        }
        return known;
    }

    private List<ConversationRow> read() {
        var workspaceId = me.workspaceId();
        var found = conversations.list(workspaceId, filter(), MOST, null);
        var ids = found.stream().map(ConversationView::id).toList();
        var latest = messages.latest(workspaceId, ids);
        var unread = conversations.unread(workspaceId, ids);
        var people = contacts.byIds(
                workspaceId,
                found.stream()
                        .map(ConversationView::contactId)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()));
        var now = formats.now();
        return found.stream()
                .map(one -> new ConversationRow(
                        one,
                        Who.name(one, one.contactId() == null ? null : people.get(one.contactId()), me.isMaySend()),
                        numberName(one),
                        latest.get(one.id()),
                        unread.getOrDefault(one.id(), 0),
                        now,
                        address.query(one.id().toString()),
                        one.id().equals(address.conversationId())))
                .toList();
    }

    private ConversationFilter filter() {
        var number = shell.getNumbers().stream()
                .filter(tag -> Objects.equals(tag.getId(), address.getNumber()))
                .findFirst();
        return new ConversationFilter(
                number.map(tag -> UUID.fromString(tag.getOurId())).orElse(null),
                null,
                address.open(),
                address.unread(),
                address.getQ(),
                null,
                // Who is looked for by name is found, also when only a campaign has written to him.
                address.getQ() == null);
    }

    private String numberName(ConversationView conversation) {
        return shell.number(conversation.numberId()).map(NumberTag::getName).orElse("");
    }

    /** The chosen conversation; null when none is, or it is not of this workspace. */
    public @Nullable ConversationView chosen() {
        var known = chosen;
        if (known == null) {
            var id = address.conversationId();
            known = id == null ? Optional.empty() : conversations.find(me.workspaceId(), id);
            chosen = known;
        }
        return known.orElse(null);
    }

    /** Our id of the account whose templates can be sent in the chosen conversation. */
    Optional<UUID> account() {
        var one = chosen();
        return one == null ? Optional.empty() : shell.number(one.numberId()).map(NumberTag::accountId);
    }

    public boolean isChosen() {
        return chosen() != null;
    }

    /** Whether the address names a conversation that is not there. */
    public boolean isMissing() {
        return address.getConversation() != null && chosen() == null;
    }

    private ConversationView required() {
        return Objects.requireNonNull(chosen(), "no conversation is chosen");
    }

    private @Nullable ContactView contact() {
        var known = contact;
        if (known == null) {
            var id = chosen() == null ? null : required().contactId();
            known = id == null ? Optional.empty() : contacts.find(me.workspaceId(), id.toString());
            contact = known;
        }
        return known.orElse(null);
    }

    public @Nullable PersonCard getPerson() {
        return chosen() == null ? null : new PersonCard(required(), contact(), me.isMaySend());
    }

    public WindowClock getWindow() {
        var one = chosen();
        return new WindowClock(one == null ? null : one.windowExpiresAt(), formats.now());
    }

    public String getNumberName() {
        return chosen() == null ? "" : numberName(required());
    }

    private Threads.Piece piece() {
        var known = piece;
        if (known == null) {
            known = threads.latest(
                    me.workspaceId(),
                    required().id(),
                    address.shown(),
                    Who.name(required(), contact(), me.isMaySend()));
            piece = known;
        }
        return known;
    }

    public List<ThreadEntry> getEntries() {
        return chosen() == null ? List.of() : piece().entries();
    }

    public boolean isEarlier() {
        return chosen() != null && piece().more();
    }

    public String getEarlierQuery() {
        return address.queryOfEarlier();
    }

    public String getListQuery() {
        return address.query(null);
    }

    /** The id of the last message of the person when it is not marked as read and this user may do so; null otherwise. */
    public @Nullable String getToMark() {
        if (chosen() == null || !me.isMaySend()) {
            return null;
        }
        var unread = conversations.unread(me.workspaceId(), List.of(required().id()));
        var last = piece().lastOfPerson();
        return unread.isEmpty() || last == null ? null : last.id().toString();
    }

    /** Tells Meta, and so the person, that the messages were read. */
    public void markRead() {
        me.demand(Permission.SEND);
        var last = getToMark();
        if (last != null) {
            tell(UUID.fromString(last), false);
        }
    }

    /** Shows the person that an answer is being written, for at most 25 seconds. */
    public void typing() {
        me.demand(Permission.SEND);
        var last = chosen() == null ? null : piece().lastOfPerson();
        if (last != null && getWindow().isOpen()) {
            tell(last.id(), true);
        }
    }

    /** What was read before a deed is not what the answer to it shall show. */
    void forget() {
        rows = null;
        chosen = null;
        contact = null;
        piece = null;
    }

    private void tell(UUID messageId, boolean typing) {
        try {
            messages.markRead(me.workspaceId(), messageId, typing);
            forget();
        } catch (RequestFailed refused) {
            // A courtesy and no promise: what stays unread is tried again at the next look.
            LOG.log(Level.DEBUG, "a read mark was refused: {0}", refused.code());
        }
    }

    public List<Choice> getNumberChoices() {
        return Choice.list(
                TEXTS.get("filter.any"),
                shell.getNumbers().stream()
                        .map(number -> new Choice(number.getId(), number.getName()))
                        .toList(),
                address.getNumber(),
                String::toString);
    }

    /** All, unread, open, closed: each with its address. */
    public List<Map<String, Object>> getWindows() {
        return Stream.of("all", "unread", "open", "closed")
                .map(kind -> Map.<String, Object>of(
                        "title",
                        TEXTS.getOr("tab." + kind, kind),
                        "query",
                        address.query(null, kind.equals("all") ? null : kind),
                        "current",
                        kind.equals(address.getWindow() == null ? "all" : address.getWindow())))
                .toList();
    }

    public boolean isFull() {
        return getRows().size() == MOST;
    }

    /** The unread conversations of the list. */
    public long getUnread() {
        return getRows().stream().filter(row -> row.getUnread() > 0).count();
    }
}
