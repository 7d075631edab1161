package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;

/** The test console: what would a bot do about this text, and why? The same judgement as in earnest. */
@ApplicationScoped
public class BotTrials {

    /**
     * Tries a text.
     *
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED with the field that is wrong
     */
    public Trial run(UUID workspaceId, UUID botId, Trial.Wish wish) {
        throw new UnsupportedOperationException("follows");
    }
}
