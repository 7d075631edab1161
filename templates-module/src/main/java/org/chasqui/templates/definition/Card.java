package org.chasqui.templates.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card of a carousel. */
public record Card(@Nullable Header header, String body, List<Button> buttons) {
    public Card {
        buttons = List.copyOf(buttons);
    }
}
