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
import org.jspecify.annotations.Nullable;

/** Makes the body of a call: as it was accepted, except where it names media of ours. */
@ApplicationScoped
class Payloads {
    /** Meta's code for media that cannot be had (Meta, error codes). */
    private static final int MEDIA_UPLOAD_ERROR = 131053;

    private static final int BAD_REQUEST = 400;

    private static final Logger LOG = System.getLogger(Payloads.class.getName());

    private @Nullable PayloadPreparer preparer;
    private @Nullable PayloadRepair repair;

    @Inject
    void find(Instance<PayloadPreparer> preparers) {
        preparer = preparers.isResolvable() ? preparers.get() : null;
    }

    @Inject
    void findRepair(Instance<PayloadRepair> repairs) {
        repair = repairs.isResolvable() ? repairs.get() : null;
    }

    void use(PayloadPreparer given) {
        preparer = given;
    }

    String of(SenderNumber number, Claim claim) {
        // Parsing every message would cost more than all the rest of a call; most have nothing to prepare.
        return preparer != null && claim.content().contains("\"asset\"")
                ? GraphPayload.of(claim, prepared(preparer, number, claim))
                : GraphPayload.of(claim, claim.content());
    }

    /** Whether what Meta refused came from how the content was prepared and is mended, so that it is worth posting again. */
    boolean isMended(SenderNumber number, Claim claim, GraphError error) {
        if (repair == null || !claim.content().contains("\"asset\"")) {
            return false;
        }
        try {
            return repair.repair(number, Json.mapper().readTree(claim.content()), error);
        } catch (JsonProcessingException | RuntimeException failed) {
            LOG.log(Level.WARNING, "what a message needs could not be mended", failed);
            return false;
        }
    }

    private static String prepared(PayloadPreparer preparer, SenderNumber number, Claim claim) {
        try {
            var content = Json.mapper().readTree(claim.content());
            return preparer.prepare(number, claim.type(), content).toString();
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
