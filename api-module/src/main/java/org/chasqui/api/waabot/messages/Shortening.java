package org.chasqui.api.waabot.messages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts texts to what Meta takes and notes each cut: Waabot took texts of any length, and a message that is refused helps nobody.
 * Characters are counted as Meta's limits are checked here, in code points.
 */
final class Shortening {
    private static final String ELLIPSIS = "…";

    private final List<String> warnings = new ArrayList<>();

    /** What was done to the message, in sentences for whoever wrote it. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    /** A text of at most so many characters. */
    String cut(String field, String text, int most) {
        var shorter = shortened(text.strip(), most);
        if (!shorter.equals(text.strip())) {
            warnings.add(field + " was shortened to " + most + " characters, the most that WhatsApp takes.");
        }
        return shorter;
    }

    /** A text that may be missing. */
    @Nullable
    String cutOptional(String field, @Nullable String text, int most) {
        return text == null ? null : cut(field, text, most);
    }

    static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int end = text.offsetByCodePoints(0, Math.max(0, most - 1));
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** Texts of which no two are alike, each of at most so many characters. */
    static final class Distinct {
        private final Set<String> taken = new HashSet<>();
        private final int most;

        Distinct(int most) {
            this.most = most;
        }

        /** The text, shortened when it must be, and with a number behind it when it was there already. */
        String next(String text) {
            var candidate = shortened(text, most);
            for (int i = 2; !taken.add(candidate); i++) {
                var number = " " + i;
                candidate = shortened(text, most - number.length()) + number;
            }
            return candidate;
        }
    }
}
