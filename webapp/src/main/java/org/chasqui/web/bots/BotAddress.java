package org.chasqui.web.bots;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which bot the address of a page names. */
@Named
@ViewScoped
public class BotAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;

    /** Null when the address names none, or nonsense. */
    @Nullable
    UUID uuid() {
        return uuid(id);
    }

    /** An id that came from a browser; null when it is none. */
    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    /** Where the page of a bot is, for a redirect. */
    static String page(UUID bot) {
        return "/console/bot.xhtml?faces-redirect=true&id=" + bot;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
