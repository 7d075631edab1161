package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import org.chasqui.platform.accounts.SenderNumber;

/**
 * Port to whoever keeps our own media: turns the content of a message into what Graph takes, just before the call. A
 * medium of ours stands in the content as {@code {"asset": "<our id>"}}; Meta's ids belong to one number and end after 30
 * days, so they are put in only when it is known who sends, and when. Asked only for content that names an asset.
 */
public interface PayloadPreparer {
    /**
     * The content as Graph takes it, with an {@code id} in place of every {@code asset}. May upload, so it may take time;
     * runs on a sender's thread, outside of a transaction.
     *
     * @param number who sends
     * @param type Cloud API type
     * @param content the content as it was accepted; not to be changed
     * @throws org.chasqui.platform.graph.GraphFailed when Meta refused the upload: its code decides about the message, as
     *     if the message had been refused
     * @throws org.chasqui.platform.failure.RequestFailed when it cannot be done: the message fails, or waits when the
     *     failure is {@link org.chasqui.platform.failure.FailureCode#isRetryable() retryable}
     */
    JsonNode prepare(SenderNumber number, String type, JsonNode content);
}
