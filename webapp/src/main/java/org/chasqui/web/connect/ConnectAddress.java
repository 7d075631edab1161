package org.chasqui.web.connect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of the page. */
@Named
@RequestScoped
public class ConnectAddress {
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
