package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chasqui.messaging.messages.AssetCatalog;
import org.chasqui.platform.failure.RequestFailed;

/** Tells those who accept messages which files can be sent. */
@ApplicationScoped
class MediaCatalog implements AssetCatalog {
    @Inject
    MediaRows rows;

    @Override
    public void check(UUID workspaceId, UUID assetId, String type, String field) {
        var media = rows.find(workspaceId, assetId)
                .orElseThrow(() -> RequestFailed.invalid(
                        field, "no media of this workspace has the id " + assetId + ": upload it first."));
        if (media.state() != MediaState.STORED) {
            throw RequestFailed.invalid(
                    field,
                    "the media " + assetId + " is " + media.state().wireName() + ", and can be sent only when stored.");
        }
        if (!media.fits(type)) {
            throw RequestFailed.invalid(
                    field, "the media " + assetId + " is " + media.mime() + ", which cannot be sent as " + type + ".");
        }
        var limit =
                MediaType.of(media.mime()).map(found -> found.kind().largest()).orElse(0L);
        if (media.size() != null && media.size() > limit) {
            throw RequestFailed.invalid(
                    field,
                    "the media " + assetId + " has " + media.size() + " bytes; " + media.mime() + " may have " + limit
                            + ".");
        }
    }
}
