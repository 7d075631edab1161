package org.chasqui.messaging.contacts.rest;

import java.util.List;
import org.chasqui.messaging.contacts.OptOutWords;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code /opt_out_words}, in both directions. */
@Schema(name = "OptOutWords", description = "The words by which people opt out of marketing and in again.")
public record OptOutWordsBody(
        @Schema(description = "Words that opt out, up to 50.", example = "[\"STOP\",\"BAJA\"]") @Nullable
        List<String> stop,

        @Schema(description = "Words that opt in again, up to 50.", example = "[\"START\",\"ALTA\"]") @Nullable
        List<String> start) {
    static OptOutWordsBody of(OptOutWords words) {
        return new OptOutWordsBody(words.stop(), words.start());
    }
}
