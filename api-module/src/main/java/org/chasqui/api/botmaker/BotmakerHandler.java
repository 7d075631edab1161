package org.chasqui.api.botmaker;

import java.io.IOException;
import org.chasqui.api.dialects.Answer;

/** Serves an address for somebody who is known. */
@FunctionalInterface
public interface BotmakerHandler {
    /** The answer to a call. */
    Answer answer(BotmakerCall call) throws IOException;
}
