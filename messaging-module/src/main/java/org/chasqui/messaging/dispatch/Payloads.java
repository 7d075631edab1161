package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.rest.Json;

/** Makes the body of a call: as it was accepted, except where it names media of ours. */
@ApplicationScoped
class Payloads {
    /** Meta's code for media that cannot be had (Meta, error codes). */
    private static final int MEDIA_UPLOAD_ERROR = 131053;

    private static final int BAD_REQUEST = 400;

    @Inject
    Instance<PayloadPreparer> preparers;

    /** For the container. */
    Payloads() {}

    Payloads(Instance<PayloadPreparer> preparers) {
        this.preparers = preparers;
    }

    String of(SenderNumber number, Claim claim) {
        // Parsing every message would cost more than all the rest of a call; most have nothing to prepare.
        return claim.content().contains("\"asset\"") && preparers.isResolvable()
                ? GraphPayload.of(claim, prepared(number, claim))
                : GraphPayload.of(claim, claim.content());
    }

    private String prepared(SenderNumber number, Claim claim) {
        try {
            var content = Json.mapper().readTree(claim.content());
            return preparers.get().prepare(number, claim.type(), content).toString();
        } catch (RequestFailed refused) {
            if (refused.code().isRetryable()) {
                throw refused;
            }
            throw new GraphFailed(new GraphError(
                    BAD_REQUEST, MEDIA_UPLOAD_ERROR, null, "Media upload error", refused.getMessage(), null));
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a stored content is no JSON", ours);
        }
    }
}
