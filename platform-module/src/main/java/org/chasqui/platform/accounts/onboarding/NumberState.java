package org.chasqui.platform.accounts.onboarding;

import java.util.Set;
import org.chasqui.platform.graph.NumberNode;

/** What Meta's words about a number mean for an onboarding. */
final class NumberState {
    /** Not registered for the Cloud API; every other status is that of a number that is. */
    private static final Set<String> UNREGISTERED =
            Set.of("PENDING", "DISCONNECTED", "UNVERIFIED", "UNKNOWN", "MIGRATED");

    private NumberState() {}

    static boolean isRegistered(NumberNode number) {
        var platform = number.platformType();
        if (platform != null && !platform.equals("CLOUD_API")) {
            return false;
        }
        return number.status() == null ? platform != null : !UNREGISTERED.contains(number.status());
    }

    /** Whether the number is used in the WhatsApp Business app, too: such a number must not be registered. */
    static boolean isInApp(NumberNode number) {
        return Boolean.TRUE.equals(number.isOnBizApp());
    }

    /** The number as people write it. */
    static String display(NumberNode number) {
        return number.displayPhoneNumber() == null ? number.id() : number.displayPhoneNumber();
    }
}
