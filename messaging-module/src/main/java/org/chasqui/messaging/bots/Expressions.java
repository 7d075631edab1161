package org.chasqui.messaging.bots;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Regular expressions that customers write. RE2 looks for them in time that grows with the text alone, whatever they are;
 * what could still grow without bound, repetitions of repetitions, is counted before.
 */
final class Expressions {
    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");
    private static final long MOST_COPIES = 1_000;

    private Expressions() {}

    /** An expression that was checked. Case does not matter, and a dot is any character but the end of a line. */
    static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /**
     * Checks what a customer wrote.
     *
     * @throws RequestFailed VALIDATION_FAILED when it is none, needs what RE2 does not have, or repeats repetitions too often
     */
    static void check(String field, String expression) {
        if (copies(expression) > MOST_COPIES) {
            throw RequestFailed.invalid(
                    field,
                    "repeats more than " + MOST_COPIES + " times in all, repetitions within repetitions counted.");
        }
        try {
            compile(expression);
        } catch (PatternSyntaxException wrong) {
            throw RequestFailed.invalid(
                    field,
                    "is no regular expression (RE2, without look-around and back-references): " + wrong.getDescription()
                            + ".");
        }
    }

    /** How many copies of one part the repetitions would make if each were within the one before. */
    private static long copies(String expression) {
        long copies = 1;
        var counted = COUNTED.matcher(expression);
        while (counted.find() && copies <= MOST_COPIES) {
            copies *= Math.max(1, times(counted));
        }
        return copies;
    }

    private static long times(Matcher counted) {
        var most = counted.group(2);
        return Long.parseLong(most == null || most.isEmpty() ? counted.group(1) : most);
    }
}
