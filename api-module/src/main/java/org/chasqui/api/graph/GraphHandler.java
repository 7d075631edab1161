package org.chasqui.api.graph;

import java.io.IOException;
import org.chasqui.api.dialects.Reply;
import org.chasqui.platform.failure.RequestFailed;

/** Serves one address of Graph for somebody who is known. */
@FunctionalInterface
public interface GraphHandler {
    /**
     * Serves a call.
     *
     * @throws RequestFailed to refuse it
     * @throws IOException when the client does not send its body to the end
     */
    Reply answer(GraphCall call) throws IOException;
}
