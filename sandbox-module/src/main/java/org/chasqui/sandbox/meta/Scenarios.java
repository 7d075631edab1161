package org.chasqui.sandbox.meta;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of scenarios. A recipient whose number ends in eight magic digits gets one by itself: {@code 97} and a number
 * of the table, {@code 98} and a code in six digits (refused at once), {@code 99} and a code (accepted, then failed). Eight
 * digits, so that a load test that counts recipients upwards does not run into them.
 */
public final class Scenarios {

    private static final int MAGIC = 8;
    private static final Map<String, Line> BY_SUFFIX = new LinkedHashMap<>();
    private static final Map<String, Line> BY_KEY = new LinkedHashMap<>();

    static {
        line("97000001", answer("slow", Answer.NORMAL, true).answeredAfter(5_000), "accepted, answered after 5 s");
        line(
                "97000002",
                answer("very-slow", Answer.NORMAL, true).answeredAfter(30_000),
                "accepted, answered after 30 s");
        line("97000003", answer("hang", Answer.HANG, true), "accepted, never answered: read timeout");
        line("97000004", answer("hang-lost", Answer.HANG, false), "not accepted, never answered: read timeout");
        line("97000005", answer("reset", Answer.RESET, true), "accepted, connection reset after the request was read");
        line(
                "97000006",
                answer("reset-lost", Answer.RESET, false),
                "not accepted, connection reset after the request was read");
        line("97000007", answer("half", Answer.HALF, true), "accepted, half of the answer, then closed");
        line("97000010", answer("500", Answer.EMPTY_500, true), "accepted, 500 without a body");
        line("97000011", answer("500-lost", Answer.EMPTY_500, false), "not accepted, 500 without a body");
        line("97000012", answer("502", Answer.HTML_502, true), "accepted, 502 with an HTML page");
        line("97000013", answer("503", Answer.EMPTY_503, false), "not accepted, 503 without a body");
        line("97000014", answer("garbage", Answer.GARBAGE, true), "accepted, 200 with broken JSON");
        line("97000015", answer("no-wamid", Answer.NO_WAMID, true), "accepted, 200 without a wamid");
        line("97000016", answer("empty", Answer.EMPTY_200, true), "accepted, 200 without a body");
        line(
                "97000017",
                answer("429", Answer.THROTTLED_429, false).withCode(130429),
                "not accepted, HTTP 429 with error 130429");
        line(
                "97000018",
                answer("429-empty", Answer.EMPTY_429, false),
                "not accepted, HTTP 429 without a body, Retry-After 1");
        line("97000020", course("silent", Course.SILENT), "accepted, no status ever");
        line("97000021", course("sent-only", Course.SENT_ONLY), "sent, never delivered: the phone is off");
        line("97000022", course("unread", Course.UNREAD), "sent, delivered, never read");
        line("97000023", course("read-only", Course.READ_WITHOUT_DELIVERED), "sent, read, no delivered");
        line("97000024", course("duplicate", Course.DUPLICATED), "each status webhook three times");
        line("97000025", course("reorder", Course.REVERSED), "read, then delivered, then sent");
        line("97000026", course("before-answer", Course.BEFORE_ANSWER), "the sent webhook arrives before the answer");
        line("97000027", course("late", Course.LATE), "statuses a minute late");
        line(
                "97000028",
                course("failed-then-delivered", Course.DELIVERED_AFTER_FAILED).withCode(131026),
                "sent, failed 131026, delivered all the same");
        line(
                "97000029",
                course("sent-then-failed", Course.FAILED_AFTER_SENT).withCode(131026),
                "sent, then failed 131026");
        line("97000030", course("reply", Course.REPLY), "as normal, and the user answers \"Yes\"");
        line(
                "97000031",
                course("blocked", Course.FAILED).withCode(131026),
                "the user blocked the business: failed 131026");
    }

    private Scenarios() {}

    /** A line of the table. */
    public record Line(String suffix, Scenario scenario, String meaning) {}

    /** The table without the 98… and 99… codes. */
    public static List<Line> table() {
        return List.copyOf(BY_SUFFIX.values());
    }

    /** The scenario that a recipient's number asks for; normal for all numbers without a magic end. */
    public static Scenario of(String waId) {
        int cut = waId.length() - MAGIC;
        if (cut < 0 || waId.charAt(cut) != '9' || waId.charAt(cut + 1) < '7') {
            return Scenario.NORMAL;
        }
        String suffix = waId.substring(cut);
        Line line = BY_SUFFIX.get(suffix);
        if (line != null) {
            return line.scenario();
        }
        if (suffix.startsWith("97") || !suffix.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Scenario.NORMAL;
        }
        int code = Integer.parseInt(suffix.substring(2));
        if (!GraphErrors.isKnown(code)) {
            return Scenario.NORMAL;
        }
        return suffix.startsWith("98") ? Scenario.refused(code) : Scenario.failed(code);
    }

    /**
     * The scenario with this key ({@code normal}, {@code refused}, {@code failed} or one of the table).
     *
     * @param code for refused and failed, and to replace the code of others; 0 for none
     * @return null when there is no such scenario, or one that needs a code has none
     */
    public static @Nullable Scenario named(String key, int code) {
        switch (key) {
            case "normal":
                return Scenario.NORMAL;
            case "refused":
                return code == 0 ? null : Scenario.refused(code);
            case "failed":
                return code == 0 ? null : Scenario.failed(code);
            default:
                Line line = BY_KEY.get(key);
                return line == null
                        ? null
                        : code == 0 ? line.scenario() : line.scenario().withCode(code);
        }
    }

    private static Scenario answer(String key, Answer answer, boolean accepted) {
        return new Scenario(key, answer, accepted, 0, 0, accepted ? Course.NORMAL : Course.SILENT);
    }

    private static Scenario course(String key, Course course) {
        return new Scenario(key, Answer.NORMAL, true, 0, 0, course);
    }

    private static void line(String suffix, Scenario scenario, String meaning) {
        Line line = new Line(suffix, scenario, meaning);
        BY_SUFFIX.put(suffix, line);
        BY_KEY.put(scenario.key(), line);
    }
}
