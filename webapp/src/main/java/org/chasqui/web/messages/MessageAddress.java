package org.chasqui.web.messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the address of a message's page said, kept for the requests that its scripts make. */
@Named
@ViewScoped
public class MessageAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;
    private boolean revealed;

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public boolean isRevealed() {
        return revealed;
    }

    public void setRevealed(boolean revealed) {
        this.revealed = revealed;
    }
}
