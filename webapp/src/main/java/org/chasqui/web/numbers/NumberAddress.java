package org.chasqui.web.numbers;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the address of a number's page said; it stays when a form of the page comes back. */
@Named
@ViewScoped
public class NumberAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    private @Nullable String id;

    /** Our id or Meta's id. */
    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String given) {
        id = given == null || given.length() > LONGEST ? null : given;
    }
}
