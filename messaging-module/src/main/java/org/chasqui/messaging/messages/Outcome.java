package org.chasqui.messaging.messages;

import org.chasqui.platform.failure.RequestFailed;

/** What became of one message of many: accepted, or refused for a reason of its own. */
public sealed interface Outcome {
    /** It is committed and will be sent. */
    record Accepted(MessageView message) implements Outcome {}

    /** It was not accepted; nothing was written. */
    record Refused(RequestFailed problem) implements Outcome {}
}
