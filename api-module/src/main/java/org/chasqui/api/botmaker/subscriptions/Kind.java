package org.chasqui.api.botmaker.subscriptions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chasqui.platform.failure.RequestFailed;

/** The three types of webhooks (seed 002), with the types of our own events that each is made of. */
public enum Kind {
    /** Message and Status. */
    MESSAGES(
            "messages-and-status",
            "message.*",
            "contact.opt_out",
            "contact.opt_in",
            "conversation.*",
            "contact.variables",
            "request.result"),
    /** WhatsApp Management. */
    MANAGEMENT("whatsapp-management", "template.*", "number.*", "account.update"),
    /** Asynchronous API Results. */
    RESULTS("async-results", "request.result");

    private final String wireName;
    private final List<String> events;

    Kind(String wireName, String... events) {
        this.wireName = wireName;
        this.events = List.of(events);
    }

    /** As clients write it. */
    public String wireName() {
        return wireName;
    }

    /** The patterns of our own events. */
    public List<String> events() {
        return events;
    }

    /**
     * Reads a name, of the API or of Botmaker's own page.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    public static Kind parse(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
        return switch (plain) {
            case "message-and-status", "messages" -> MESSAGES;
            case "management" -> MANAGEMENT;
            case "asynchronous-api-results", "results" -> RESULTS;
            default ->
                Arrays.stream(values())
                        .filter(kind -> kind.wireName.equals(plain))
                        .findFirst()
                        .orElseThrow(() -> RequestFailed.invalid(
                                "type", "must be messages-and-status, whatsapp-management or async-results."));
        };
    }
}
