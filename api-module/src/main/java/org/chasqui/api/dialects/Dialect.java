package org.chasqui.api.dialects;

import java.io.IOException;
import org.chasqui.platform.failure.RequestFailed;

/** The API of another gateway. Each is a bean; {@link Dialects} asks them in no particular order. */
public interface Dialect {
    /**
     * Whether everything at an address is this dialect's matter, also what is wrong there. No two dialects claim the same.
     *
     * @param path decoded, without the context path and without a slash at the end, for example {@code /whatsapp/message}
     */
    boolean claims(String path);

    /**
     * Serves a request.
     *
     * @throws RequestFailed to have {@link #refusal} answer
     * @throws IOException when the client does not send its body to the end
     */
    Reply answer(Call call) throws IOException;

    /** A failure in the words of the dialect. */
    Answer refusal(RequestFailed failure);

    /** A failure of a call in the words of the dialect, where these depend on the call. */
    default Answer refusal(Call call, RequestFailed failure) {
        return refusal(failure);
    }
}
