package org.chasqui.web.contacts;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Which person the page shows. */
@Named
@ViewScoped
public class ContactAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
