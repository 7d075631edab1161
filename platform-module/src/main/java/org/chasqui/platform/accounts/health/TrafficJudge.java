package org.chasqui.platform.accounts.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.platform.accounts.health.Finding.Area;
import org.chasqui.platform.accounts.health.Traffic.Gap;
import org.chasqui.platform.accounts.health.Traffic.Quiet;

/** Says what it means to hear less than usual, or less than Meta has told. Neither is certain to be a fault. */
final class TrafficJudge {
    private TrafficJudge() {}

    static Finding inbound(Optional<Quiet> quiet, Instant now) {
        var check = "inbound";
        return quiet.map(found -> Finding.warning(
                        Area.WEBHOOKS,
                        check,
                        "nobody has written for "
                                + Math.max(
                                        1, Duration.between(found.since(), now).toHours()) + " h, in which usually "
                                + found.usual() + " messages come in",
                        "Write to the number from a phone of your own. If that does not show up here, look at the"
                                + " callback in the app's dashboard."))
                .orElseGet(() -> Finding.good(Area.WEBHOOKS, check, "people write as usual"));
    }

    static Finding counts(Optional<Gap> gap) {
        var check = "counts";
        return gap.map(found -> Finding.warning(
                        Area.WEBHOOKS,
                        check,
                        "for " + found.day() + " Meta counts " + found.sentAtMeta() + " sent and "
                                + found.deliveredAtMeta() + " delivered; we have heard of " + found.sentHere() + " and "
                                + found.deliveredHere(),
                        "Webhooks of that day are missing, or something else sends from this number. Meta repeats"
                                + " webhooks for seven days: when the callback is right, they may still come."))
                .orElseGet(() -> Finding.good(Area.WEBHOOKS, check, "as many as Meta counts"));
    }
}
