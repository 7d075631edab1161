package org.chasqui.api.waabot;

import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.failure.RequestFailed;

/** Serves one address for somebody who is known. */
@FunctionalInterface
public interface WaabotHandler {
    /**
     * Serves a call.
     *
     * @throws RequestFailed to refuse it
     * @throws IOException when the client does not send its body to the end
     */
    Answer answer(WaabotCall call) throws IOException;
}
