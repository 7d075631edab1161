package org.chasqui.api.waabot.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.platform.failure.RequestFailed;

/** What an endpoint may want to hear of, in the words of Waabot, which are those of wppconnect and open-wa. */
public enum WaabotEvent {
    /** What people write. */
    ON_MESSAGE("onMessage", "message.received"),
    /** What people write, and what goes out to them. */
    ON_ANY_MESSAGE("onAnyMessage", "message.received", "message.accepted"),
    /** What becomes of what goes out. */
    ON_ACK(
            "onAck",
            "message.sent",
            "message.delivered",
            "message.read",
            "message.played",
            "message.failed",
            "message.expired",
            "message.cancelled"),
    /** The number is cut off, or comes back. */
    ON_STATE_CHANGE("onStateChange", "number.status", "account.update");

    /** The format of endpoints that setWebhook makes. */
    public static final String FORMAT = "waabot";

    /** Events of programs that remote-control WhatsApp Web. Clients ask for all they know; the official API has none of these. */
    private static final Set<String> NEVER = Set.of(
            "onaddedtogroup",
            "onbattery",
            "onbroadcast",
            "onbutton",
            "oncallstate",
            "onchatdeleted",
            "onchatopened",
            "onchatstate",
            "oncontactadded",
            "onglobalparticipantschanged",
            "ongroupapprovalrequest",
            "ongroupchange",
            "onincomingcall",
            "oninterfacechange",
            "onlabel",
            "onlivelocation",
            "onlogout",
            "onmessagedeleted",
            "onmessageedit",
            "onnewproduct",
            "onnotificationmessage",
            "onorder",
            "onparticipantschanged",
            "onplugged",
            "onpollvote",
            "onpresencechanged",
            "onreaction",
            "onremovedfromgroup",
            "onstatechanged",
            "onstory",
            "onstreamchange",
            "onstreaminfochanged",
            "onstreammodechanged");

    private final String wireName;
    private final List<String> canonical;

    WaabotEvent(String wireName, String... canonical) {
        this.wireName = wireName;
        this.canonical = List.of(canonical);
    }

    /** As clients write it. */
    public String wireName() {
        return wireName;
    }

    /** The types of our own events that it is made of. */
    public List<String> canonical() {
        return canonical;
    }

    /**
     * Reads a name; empty for one that exists elsewhere and never happens here.
     *
     * @throws RequestFailed VALIDATION_FAILED for a name that nobody knows
     */
    static Optional<WaabotEvent> parse(String name) {
        var found = Arrays.stream(values())
                .filter(event -> event.wireName.equalsIgnoreCase(name))
                .findFirst();
        if (found.isEmpty() && !NEVER.contains(name.toLowerCase(Locale.ROOT))) {
            throw RequestFailed.invalid("events", "knows no \"" + name + "\"; there are " + all() + ".");
        }
        return found;
    }

    private static String all() {
        return Arrays.stream(values()).map(WaabotEvent::wireName).collect(Collectors.joining(", "));
    }
}
