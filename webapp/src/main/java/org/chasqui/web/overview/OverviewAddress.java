package org.chasqui.web.overview;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the address of the overview said, kept for the requests that its scripts make. */
@Named
@ViewScoped
public class OverviewAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private String range = "14d";

    public String getRange() {
        return range;
    }

    /** {@code 24h}, {@code 14d} or {@code 90d}; anything else is fourteen days. */
    public void setRange(@Nullable String range) {
        this.range = range != null && (range.equals("24h") || range.equals("90d")) ? range : "14d";
    }
}
