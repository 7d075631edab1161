package org.chasqui.web.templates;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Which template the address names. */
@Named
@ViewScoped
public class TemplateAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
