package org.chasqui.web.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The template that is being filled in, kept between the requests of the dialog. */
@Named
@ViewScoped
public class TemplateDraft implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> values = new HashMap<>();
    private @Nullable String chosen;

    public @Nullable String getChosen() {
        return chosen;
    }

    /** Name and language, with a space between them. */
    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }

    /** A value for each variable, by the key of its field. */
    public Map<String, String> getValues() {
        return values;
    }
}
