package org.chasqui.web.botmaker;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Which webhook the form is about. */
@Named("botmakerAddress")
@ViewScoped
public class HookAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;

    /** Our id of it; null for a new one. */
    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
