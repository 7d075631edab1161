package org.chasqui.web.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.chasqui.web.browser.QueryText;
import org.jspecify.annotations.Nullable;

/** What the address of the inbox said, kept for the requests that its scripts make. */
@Named
@ViewScoped
public class InboxAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> TABS = Set.of("unread", "open", "closed");
    private static final int FIRST = 60;
    private static final int MOST = 600;

    private @Nullable String conversation;
    private @Nullable String q;
    private @Nullable String number;
    private @Nullable String window;
    private @Nullable String show;

    /** The chosen conversation; null when none is, or when the address has no id. */
    public @Nullable UUID conversationId() {
        try {
            return conversation == null ? null : UUID.fromString(conversation);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** How many messages of the thread are shown. */
    int shown() {
        try {
            return show == null ? FIRST : Math.min(Math.max(Integer.parseInt(show), FIRST), MOST);
        } catch (NumberFormatException noNumber) {
            return FIRST;
        }
    }

    /** Whether the window shall be open; null when it does not matter. */
    @Nullable
    Boolean open() {
        return window == null || unread() ? null : Boolean.valueOf(window.equals("open"));
    }

    /** Whether something of the person waits to be read. */
    boolean unread() {
        return "unread".equals(window);
    }

    /** The query of a conversation with the filters of now; of the bare list when there is none. */
    String query(@Nullable String conversationId) {
        return query(conversationId, window);
    }

    String query(@Nullable String conversationId, @Nullable String ofWindow) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("c", conversationId);
        parameters.put("q", q);
        parameters.put("number", number);
        parameters.put("window", ofWindow);
        return QueryText.of(parameters);
    }

    /** The query that shows more of the thread. */
    String queryOfEarlier() {
        return query(conversation) + "&show=" + Math.min(shown() + FIRST, MOST);
    }

    public boolean isFiltered() {
        return q != null || number != null || window != null;
    }

    public @Nullable String getConversation() {
        return conversation;
    }

    public void setConversation(@Nullable String conversation) {
        this.conversation = conversation;
    }

    public @Nullable String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null || q.isBlank() ? null : q.strip();
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getWindow() {
        return window;
    }

    /** {@code unread}, {@code open} or {@code closed}; anything else does not filter. */
    public void setWindow(@Nullable String window) {
        this.window = window != null && TABS.contains(window) ? window : null;
    }

    public @Nullable String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show;
    }
}
