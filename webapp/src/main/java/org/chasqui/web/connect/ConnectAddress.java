package org.chasqui.web.connect;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the address of the page said. It is kept with the view: a button means the run that was looked at. */
@Named
@ViewScoped
public class ConnectAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String run;

    /** The run that is shown; null for the newest. */
    public @Nullable String getRun() {
        return run;
    }

    public void setRun(@Nullable String run) {
        this.run = run;
    }

    /** The run as an id; null when there is none or it is none. */
    @Nullable
    UUID id() {
        var text = run;
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }
}
