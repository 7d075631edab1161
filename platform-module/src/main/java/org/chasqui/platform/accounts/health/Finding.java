package org.chasqui.platform.accounts.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one check has found.
 *
 * @param area what it belongs to
 * @param check a stable word, for example {@code token}
 * @param verdict whether it is as it should be
 * @param text what was found, in a sentence or less
 * @param advice how to mend it; null when there is nothing to mend
 * @param millis how long the question took; checks that share a question share its time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        Area area,
        String check,
        Verdict verdict,
        String text,
        @Nullable String advice,
        long millis) {
    /** The groups of checks, in the order in which they are shown. */
    public enum Area {
        ACCESS,
        WEBHOOKS,
        NUMBER,
        SENDING
    }

    /** How bad it is. */
    public enum Verdict {
        GOOD,
        /** Works, but a person should look before it does not. */
        WARNING,
        /** Does not work. */
        WRONG,
        /** Could not be found out. */
        UNKNOWN
    }

    static Finding good(Area area, String check, String text) {
        return new Finding(area, check, Verdict.GOOD, text, null, 0);
    }

    static Finding warning(Area area, String check, String text, String advice) {
        return new Finding(area, check, Verdict.WARNING, text, advice, 0);
    }

    static Finding wrong(Area area, String check, String text, String advice) {
        return new Finding(area, check, Verdict.WRONG, text, advice, 0);
    }

    static Finding unknown(Area area, String check, String text, String advice) {
        return new Finding(area, check, Verdict.UNKNOWN, text, advice, 0);
    }

    Finding took(long time) {
        return new Finding(area, check, verdict, text, advice, time);
    }
}
