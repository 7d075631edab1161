package org.chasqui.messaging.messages.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The header {@code Prefer: wait=N} (RFC 7240): how many seconds the caller would wait for Meta's answer. */
final class Preference {
    private static final Pattern WAIT = Pattern.compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?");
    private static final int LONGEST = 30;

    private Preference() {}

    static Optional<Duration> wait(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var matcher = WAIT.matcher(header);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int seconds = Integer.parseInt(matcher.group(1));
        if (seconds < 1 || seconds > LONGEST) {
            throw RequestFailed.invalid("Prefer", "wait must be from 1 to " + LONGEST + " seconds.");
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
