package org.chasqui.api.dialects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.RateLimit;

/** The limit of calls in dialects: the native API's, and the same bucket for a key whichever API it speaks. */
@ApplicationScoped
public class CallLimit {
    @Inject
    RateLimit limit;

    /**
     * Counts a call of a client.
     *
     * @throws RequestFailed RATE_LIMIT_EXCEEDED
     */
    public void count(Client client, Call call) {
        count(client.id(), call);
    }

    /**
     * Counts a call of somebody who has not said who he is, by the address he comes from.
     *
     * @throws RequestFailed RATE_LIMIT_EXCEEDED
     */
    public void countStranger(Call call) {
        count(UUID.nameUUIDFromBytes(call.remoteAddress().getBytes(StandardCharsets.US_ASCII)), call);
    }

    private void count(UUID bucket, Call call) {
        var allowance = limit.take(bucket);
        call.answerWith("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        call.answerWith("X-RateLimit-Remaining", Long.toString(allowance.remaining()));
        if (!allowance.isGranted()) {
            throw RequestFailed.retryLater(
                    FailureCode.RATE_LIMIT_EXCEEDED,
                    "There may be " + allowance.limit() + " calls a minute: slow down, and try again after the time in"
                            + " the Retry-After header.",
                    allowance.retryAfter());
        }
    }
}
