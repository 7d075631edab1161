package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

    private static final Logger LOG = System.getLogger(Payloads.class.getName());

    @Inject
    Instance<PayloadPreparer> preparers;

    @Inject
    Instance<PayloadRepair> repairs;

    /** For the container. */
    Payloads() {}

    Payloads(Instance<PayloadPreparer> preparers, Instance<PayloadRepair> repairs) {
        this.preparers = preparers;
        this.repairs = repairs;
    }

    String of(SenderNumber number, Claim claim) {
        // Parsing every message would cost more than all the rest of a call; most have nothing to prepare.
        return claim.content().contains("\"asset\"") && preparers.isResolvable()
                ? GraphPayload.of(claim, prepared(number, claim))
                : GraphPayload.of(claim, claim.content());
    }

    /** Whether what Meta refused came from how the content was prepared and is mended, so that it is worth posting again. */
    boolean isMended(SenderNumber number, Claim claim, GraphError error) {
        if (!claim.content().contains("\"asset\"") || !repairs.isResolvable()) {
            return false;
        }
        try {
            return repairs.get().repair(number, Json.mapper().readTree(claim.content()), error);
        } catch (JsonProcessingException | RuntimeException failed) {
            LOG.log(Level.WARNING, "what a message needs could not be mended", failed);
            return false;
        }
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
