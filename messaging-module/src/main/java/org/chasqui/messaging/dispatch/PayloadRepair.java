package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphError;

/** Port to whoever prepares contents: looks at a refusal that may come from how a content was prepared. */
public interface PayloadRepair {
    /**
     * Mends what the refusal tells of, for example an id that Meta has forgotten.
     *
     * @param content the content as it was accepted; not to be changed
     * @param error Meta's refusal of the message, which is certain
     * @return whether preparing the content and posting it once more is worth it
     */
    boolean repair(SenderNumber number, JsonNode content, GraphError error);
}
