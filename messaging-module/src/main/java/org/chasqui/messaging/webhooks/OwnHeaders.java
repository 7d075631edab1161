package org.chasqui.messaging.webhooks;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;

/** Checks the headers that a customer wants with each delivery. */
final class OwnHeaders {
    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{0,2000}");
    /** Set by us, or by the connection. */
    private static final Set<String> TAKEN = Set.of(
            "host",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "proxy-authorization",
            "proxy-connection",
            "user-agent",
            "x-delivery-id",
            "x-delivery-attempt",
            "x-delivery-replay");

    private OwnHeaders() {}

    static Map<String, String> check(Map<String, String> headers) {
        if (headers.size() > MOST) {
            throw RequestFailed.invalid("headers", "must be " + MOST + " at most.");
        }
        headers.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || TAKEN.contains(lower) || lower.startsWith("webhook-")) {
                throw RequestFailed.invalid("headers." + name, "cannot be set: it is no header name, or it is ours.");
            }
            if (value == null || !VALUE.matcher(value).matches()) {
                throw RequestFailed.invalid("headers." + name, "must be printable ASCII of 2,000 characters at most.");
            }
        });
        return Map.copyOf(headers);
    }
}
