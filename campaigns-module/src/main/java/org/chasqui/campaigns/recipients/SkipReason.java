package org.chasqui.campaigns.recipients;

import java.util.Locale;

/** Why a recipient is not written to. */
public enum SkipReason {
    /** What was written is neither a phone number nor a business-scoped user id. */
    NO_IDENTITY("it is neither a phone number in international form nor a user id of WhatsApp"),
    /** The person is on the list already. */
    DUPLICATE("the person is on the list already"),
    /** The person does not want messages of the category. */
    OPTED_OUT("the person has opted out"),
    /** The template needs a variable that the recipient lacks. */
    MISSING_VARIABLE("a variable of the template has no value"),
    /** Messaging refused the message for another reason, which the detail tells. */
    REFUSED("the message could not be made");

    private final String meaning;

    SkipReason(String meaning) {
        this.meaning = meaning;
    }

    /** As it is stored and printed. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }
}
