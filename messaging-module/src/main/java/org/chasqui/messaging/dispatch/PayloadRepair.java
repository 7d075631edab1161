package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphError;

/** Looks at a refusal that came from how a content was prepared; a port of dispatch. */
public interface PayloadRepair {
    /**
     * Mends what the refusal tells of.
     *
     * @param content as we keep it
     * @return whether preparing and posting it once more is worth it; Meta has refused the first call for certain
     */
    boolean repair(SenderNumber number, JsonNode content, GraphError error);
}
