package org.chasqui.messaging.messages;

import java.util.UUID;

/** Port to whoever keeps our own media: messaging asks before it accepts a message that names one. */
public interface AssetCatalog {
    /**
     * Refuses a medium that cannot be sent this way.
     *
     * @param field where the id stands in the message
     * @param type what it is to be sent as: image, video, audio, document or sticker
     * @throws org.chasqui.platform.failure.RequestFailed when the workspace has no such medium, or it is of another kind
     */
    void check(UUID workspaceId, UUID assetId, String type, String field);
}
