package org.chasqui.api.waabot.instances;

import java.util.Optional;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.SenderNumber;

/** How an instance stands, in Waabot's words. */
public enum InstanceStatus {
    /** It sends and receives. */
    CONNECTED,
    /** Meta has it and is not done with it. */
    CONNECTING,
    /** It waits for a number. */
    QRCODE,
    /** Meta has cut it off, or something keeps it from sending. */
    DISCONNECTED;

    /** How the number of an instance stands; empty for one that has none. */
    public static InstanceStatus of(Optional<NumberView> number) {
        if (number.isEmpty()) {
            return QRCODE;
        }
        return switch (number.map(NumberView::sender).map(SenderNumber::status).orElse("")) {
            // A number whose quality has fallen sends on; what Meta stops is an obstacle.
            case "CONNECTED", "FLAGGED", "RESTRICTED" -> number.get().obstacle() == null ? CONNECTED : DISCONNECTED;
            case "PENDING", "UNVERIFIED", "MIGRATED" -> CONNECTING;
            default -> DISCONNECTED;
        };
    }
}
