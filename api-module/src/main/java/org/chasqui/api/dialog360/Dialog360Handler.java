package org.chasqui.api.dialog360;

import java.io.IOException;
import org.chasqui.api.dialects.Reply;
import org.chasqui.platform.failure.RequestFailed;

/** Serves one address for the holder of a key. */
@FunctionalInterface
public interface Dialog360Handler {
    /**
     * Serves a call.
     *
     * @throws RequestFailed to refuse it
     * @throws IOException when the client does not send its body to the end
     */
    Reply answer(Dialog360Call call) throws IOException;
}
