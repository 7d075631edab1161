package org.chasqui.web.inbox;

import java.time.Instant;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.messages.MessageRow;
import org.chasqui.web.messages.Preview;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A conversation in the list. */
public final class ConversationRow {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Texts TYPES = Texts.of("messages");

    private final ConversationView conversation;
    private final String name;
    private final String numberName;
    private final @Nullable MessageView last;
    private final int unread;
    private final WindowClock window;
    private final String query;
    private final boolean chosen;

    ConversationRow(
            ConversationView conversation,
            String name,
            String numberName,
            @Nullable MessageView last,
            int unread,
            Instant now,
            String query,
            boolean chosen) {
        this.conversation = conversation;
        this.name = name;
        this.numberName = numberName;
        this.last = last;
        this.unread = unread;
        this.window = new WindowClock(conversation.windowExpiresAt(), now);
        this.query = query;
        this.chosen = chosen;
    }

    public String getId() {
        return conversation.id().toString();
    }

    public String getName() {
        return name;
    }

    public String getInitials() {
        return Who.initials(name);
    }

    public String getTint() {
        return Who.tint(conversation.peer());
    }

    public String getNumberName() {
        return numberName;
    }

    public Instant getAt() {
        return last == null ? conversation.activeAt() : last.createdAt();
    }

    public boolean isOurs() {
        return last != null && last.direction() == Direction.OUTBOUND;
    }

    /** The last message in one line. */
    public String getPreview() {
        if (last == null) {
            return TEXTS.get("preview.none");
        }
        if (last.notes().revokedAt() != null) {
            return TEXTS.get("revoked");
        }
        var words = Preview.of(last);
        var type = last.type();
        if (type.equals("text") || type.equals("button") || type.equals("interactive") && !words.isEmpty()) {
            return words;
        }
        var kind = type.equals("template") && last.template() != null
                ? last.template()
                : TYPES.getOr("type." + type, type);
        return words.isEmpty() ? kind : kind + " · " + words;
    }

    /** The icon of what is not made of words; null for texts. */
    public @Nullable String getIcon() {
        return last == null || last.type().equals("text") ? null : MessageRow.icon(last.type());
    }

    /** Meta's code, or a word, when our last message failed; null otherwise. */
    public @Nullable String getFailure() {
        if (last == null || last.status() != MessageStatus.FAILED) {
            return null;
        }
        var error = last.error();
        return error == null || error.code() == 0 ? TEXTS.get("failed") : TEXTS.get("failed") + " " + error.code();
    }

    public int getUnread() {
        return unread;
    }

    public WindowClock getWindow() {
        return window;
    }

    public String getQuery() {
        return query;
    }

    public boolean isChosen() {
        return chosen;
    }
}
