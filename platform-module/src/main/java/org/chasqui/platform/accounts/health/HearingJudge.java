package org.chasqui.platform.accounts.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.chasqui.platform.accounts.health.Hearing.Silence;

/** Says what a silence means: everything else may look right, and still nobody learns what became of a message. */
final class HearingJudge {
    private static final String CHECK = "hearing";

    private HearingJudge() {}

    static Finding hearing(Optional<Silence> silence, Instant now) {
        return silence.map(found -> Finding.wrong(
                        Area.WEBHOOKS,
                        CHECK,
                        (found.messages() == 1 ? "1 message" : found.messages() + " messages") + " in the last "
                                + words(Duration.between(found.since(), now)) + ", and not one webhook",
                        "Compare the callback with the one in the app's dashboard, and see there that the field"
                                + " messages is subscribed."))
                .orElseGet(() -> Finding.good(Area.WEBHOOKS, CHECK, "what is sent is heard of"));
    }

    private static String words(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() == 1 ? "hour" : time.toHours() + " hours";
        }
        return time.toMinutes() <= 1 ? "minute" : time.toMinutes() + " minutes";
    }
}
