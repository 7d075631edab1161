package org.chasqui.messaging.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means (Standard Webhooks 1.0.0): any 2xx is a success; 410 says that nobody lives there any more;
 * everything else, a redirect too, is tried again.
 *
 * @param retryAfter what the receiver asked for with {@code Retry-After}; null when it asked for nothing
 */
record Outcome(Kind kind, @Nullable Duration retryAfter) {
    private static final int OK = 200;
    private static final int GONE = 410;

    enum Kind {
        ARRIVED,
        FAILED,
        GONE,
        /** The language of the endpoint has no words for the event: nothing was called, and nothing is learnt of the address. */
        UNSAID
    }

    static Outcome unsaid() {
        return new Outcome(Kind.UNSAID, null);
    }

    /** Whether the address was called. */
    boolean isOfACall() {
        return kind != Kind.UNSAID;
    }

    static Outcome noAnswer() {
        return new Outcome(Kind.FAILED, null);
    }

    static Outcome of(int status, @Nullable String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Outcome(Kind.ARRIVED, null);
        }
        return status == GONE ? new Outcome(Kind.GONE, null) : new Outcome(Kind.FAILED, wanted(retryAfter, now));
    }

    /** What an answer means to gateways to which 200 alone is a success: a 204 is tried again, and so is a 410. */
    static Outcome ofOkOnly(int status, @Nullable String retryAfter, Instant now) {
        return status == OK ? new Outcome(Kind.ARRIVED, null) : new Outcome(Kind.FAILED, wanted(retryAfter, now));
    }

    /** Seconds or a date of HTTP (RFC 9110); anything else is as good as nothing. */
    private static @Nullable Duration wanted(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        var text = header.strip();
        try {
            if (text.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
