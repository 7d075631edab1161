package org.chasqui.web.contacts;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.chasqui.messaging.contacts.ContactFilter;
import org.chasqui.web.browser.QueryText;
import org.jspecify.annotations.Nullable;

/** What the address of the table of contacts said, kept for the requests that its scripts make. */
@Named
@ViewScoped
public class ContactsAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String q;
    private @Nullable String tag;
    private @Nullable String out;
    private @Nullable String before;

    ContactFilter filter() {
        return new ContactFilter(q, tag, out);
    }

    @Nullable
    UUID beforeId() {
        try {
            return before == null ? null : UUID.fromString(before);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** The query with the same filters, from the first page or behind a contact. */
    String query(@Nullable String behind) {
        var parameters = new LinkedHashMap<String, @Nullable String>();
        parameters.put("q", q);
        parameters.put("tag", tag);
        parameters.put("out", out);
        parameters.put("before", behind);
        return QueryText.of(parameters);
    }

    public boolean isFiltered() {
        return q != null || tag != null || out != null;
    }

    public boolean isPaged() {
        return before != null;
    }

    public @Nullable String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = stripped(q);
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = stripped(tag);
    }

    public @Nullable String getOut() {
        return out;
    }

    /** The category of messages that the people do not want. */
    public void setOut(@Nullable String out) {
        this.out = stripped(out);
    }

    public @Nullable String getBefore() {
        return before;
    }

    public void setBefore(@Nullable String before) {
        this.before = before;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
