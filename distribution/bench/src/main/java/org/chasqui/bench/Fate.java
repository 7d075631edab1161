package org.chasqui.bench;

import java.util.List;

/**
 * What the sandbox does with a person, by the last eight digits of his number (docs/sandbox.md), and where his message may
 * end. A message of any of them may also end as uncertain when the product was killed while it was on the wire.
 */
enum Fate {
    ORDINARY("", 0, "read"),
    REFUSED("98131008", 10, "failed"),
    FAILS_LATER("99131026", 15, "failed"),
    HELD_BACK_BY_META("99131049", 10, "failed"),
    SLOW("97000001", 5, "read"),
    VERY_SLOW("97000002", 1, "read"),
    NEVER_ANSWERED("97000003", 1, "read"),
    NEVER_ANSWERED_AND_LOST("97000004", 1, "uncertain"),
    RESET("97000005", 5, "read"),
    RESET_AND_LOST("97000006", 5, "uncertain"),
    HALF_AN_ANSWER("97000007", 5, "read"),
    EMPTY_500("97000010", 5, "read"),
    EMPTY_500_AND_LOST("97000011", 5, "uncertain"),
    PAGE_502("97000012", 3, "read"),
    EMPTY_503_AND_LOST("97000013", 3, "uncertain"),
    BROKEN_JSON("97000014", 3, "read"),
    NO_WAMID("97000015", 3, "read"),
    EMPTY_200("97000016", 3, "read"),
    SILENT("97000020", 5, "accepted"),
    PHONE_OFF("97000021", 10, "sent"),
    UNREAD("97000022", 20, "delivered"),
    READ_WITHOUT_DELIVERED("97000023", 5, "read"),
    EACH_STATUS_THRICE("97000024", 20, "read"),
    STATUSES_REVERSED("97000025", 20, "read"),
    STATUS_BEFORE_ANSWER("97000026", 20, "read"),
    STATUSES_A_MINUTE_LATE("97000027", 2, "read"),
    FAILED_THEN_DELIVERED("97000028", 5, "delivered"),
    SENT_THEN_FAILED("97000029", 10, "failed"),
    ANSWERS("97000030", 10, "read"),
    HAS_BLOCKED_US("97000031", 5, "failed"),
    NO_NUMBER("", 5, "skipped"),
    TWICE_ON_THE_LIST("", 5, "skipped"),
    NO_VARIABLE("", 5, "skipped");

    /** The most people of whom each can have a number of his own. */
    static final int MOST_PEOPLE = 270_000;

    /** Germany, Austria, Indonesia: where a number may have fifteen digits in all. */
    private static final List<String> COUNTRIES = List.of("+49", "+43", "+62");

    private static final int PER_COUNTRY = MOST_PEOPLE / COUNTRIES.size();

    private final String ending;
    private final int perMille;
    private final String end;

    Fate(String ending, int perMille, String end) {
        this.ending = ending;
        this.perMille = perMille;
        this.end = end;
    }

    /** How many of a thousand people have it; the rest are ordinary. */
    int perMille() {
        return perMille;
    }

    /** The state in which a recipient ends when nothing else goes wrong. */
    String end() {
        return end;
    }

    boolean mayEndAs(String state) {
        return state.equals(end) || state.equals("uncertain") && !end.equals("skipped");
    }

    /** Whether Meta's side of it makes it uncertain, and not a kill. */
    boolean isUncertainByItself() {
        return end.equals("uncertain");
    }

    /** The number of the person at this place of the list; what is no number for who has none. */
    String address(int place) {
        return switch (this) {
            case NO_NUMBER -> "nobody " + place;
            // The person before him is ordinary, see Crowd.
            case TWICE_ON_THE_LIST -> "+4915" + (10_000_000 + place - 1);
            case ORDINARY, NO_VARIABLE -> "+4915" + (10_000_000 + place);
            default -> COUNTRIES.get(place / PER_COUNTRY) + (10_000 + place % PER_COUNTRY) + ending;
        };
    }
}
