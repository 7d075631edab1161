package org.chasqui.web.shell;

import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;

/** A number in a line: name, number and a dot for its state. */
public final class NumberTag {
    private final SenderNumber number;

    /** The tag of a number. */
    public NumberTag(SenderNumber number) {
        this.number = number;
    }

    public String getId() {
        return number.phoneNumberId();
    }

    public String getOurId() {
        return number.id().toString();
    }

    /** Our id of the account that the number belongs to. */
    public UUID accountId() {
        return number.accountId();
    }

    /** The verified name; the number itself until Meta has one. */
    public String getName() {
        var name = number.verifiedName();
        return name == null || name.isBlank() ? number.displayPhoneNumber() : name;
    }

    public String getPhone() {
        return number.displayPhoneNumber();
    }

    /** Green when it sends and people like what it sends, red when it cannot send, amber in between. */
    public String getDot() {
        if (!number.status().equals("CONNECTED") || number.qualityRating().equals("RED")) {
            return "red";
        }
        return number.qualityRating().equals("YELLOW") ? "amber" : "green";
    }
}
