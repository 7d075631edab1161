package org.chasqui.platform.phone;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The two ways in which one and the same line is written in three countries. WhatsApp keeps one of them as
 * {@code wa_id}, not always the one that is dialled:
 *
 * <ul>
 *   <li>Brazil: mobile numbers got a ninth digit, a 9 after the area code; accounts made before that have none.
 *       Fixed lines (which begin with 2 to 5) never had it, so they have no variant.
 *   <li>Argentina: mobile numbers are dialled with a 9 after the country code from abroad, without it inland.
 *   <li>Mexico: mobile numbers had a 1 after the country code until 2019, and have it in older accounts.
 * </ul>
 */
public final class NumberVariants {
    private static final Rule[] RULES = {
        new Rule("55([1-9]{2})9([6-9]\\d{7})", number -> "55" + number.group(1) + number.group(2)),
        new Rule("55([1-9]{2})([6-9]\\d{7})", number -> "55" + number.group(1) + "9" + number.group(2)),
        new Rule("549([1-3]\\d{9})", number -> "54" + number.group(1)),
        new Rule("54([1-3]\\d{9})", number -> "549" + number.group(1)),
        new Rule("521([2-9]\\d{9})", number -> "52" + number.group(1)),
        new Rule("52([2-9]\\d{9})", number -> "521" + number.group(1)),
    };

    private NumberVariants() {}

    private record Rule(Pattern form, Function<MatchResult, String> other) {
        Rule(String form, Function<MatchResult, String> other) {
            this(Pattern.compile(form), other);
        }
    }

    /** The other way to write the number, in digits; empty when there is only one. */
    public static Optional<String> otherOf(String digits) {
        for (var rule : RULES) {
            var matcher = rule.form.matcher(digits);
            if (matcher.matches()) {
                return Optional.of(rule.other.apply(matcher));
            }
        }
        return Optional.empty();
    }

    /** The number and the other way to write it. */
    public static Set<String> allOf(String digits) {
        return otherOf(digits).map(other -> Set.of(digits, other)).orElseGet(() -> Set.of(digits));
    }

    /** Whether both are the same line. */
    public static boolean isSameLine(String digits, String others) {
        return allOf(digits).contains(others);
    }
}
