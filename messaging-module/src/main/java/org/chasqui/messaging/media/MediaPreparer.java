package org.chasqui.messaging.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.chasqui.messaging.dispatch.PayloadPreparer;
import org.chasqui.messaging.dispatch.PayloadRepair;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphError;

/**
 * Puts Meta's ids where our messages name our files: {@code {"asset": "<our id>"}} becomes {@code {"id": "<Meta's>"}},
 * wherever it stands, also in headers of templates and of interactive messages.
 */
@ApplicationScoped
class MediaPreparer implements PayloadPreparer, PayloadRepair {
    private static final String ASSET = "asset";
    private static final int INVALID_PARAMETER = 100;
    private static final int INVALID_VALUE = 131009;

    @Inject
    MediaAssets assets;

    @Override
    public JsonNode prepare(SenderNumber number, String type, JsonNode content) {
        var prepared = content.deepCopy();
        eachAsset(prepared, (holder, assetId) -> {
            holder.remove(ASSET);
            holder.put("id", assets.metaIdFor(number, assetId));
        });
        return prepared;
    }

    @Override
    public boolean repair(SenderNumber number, JsonNode content, GraphError error) {
        if (!isUnknownId(error)) {
            return false;
        }
        var found = new boolean[1];
        eachAsset(content, (holder, assetId) -> {
            assets.forget(number, assetId);
            found[0] = true;
        });
        return found[0];
    }

    /** "Param image['id'] is not a valid whatsapp business account media attachment ID". */
    private static boolean isUnknownId(GraphError error) {
        var words = (error.title() + " " + error.details()).toLowerCase(Locale.ROOT);
        return (error.code() == INVALID_PARAMETER || error.code() == INVALID_VALUE)
                && words.contains("media attachment");
    }

    private static void eachAsset(JsonNode node, BiConsumer<ObjectNode, UUID> action) {
        if (node instanceof ObjectNode object && object.path(ASSET).isTextual()) {
            action.accept(object, UUID.fromString(object.path(ASSET).textValue()));
        }
        node.forEach(child -> eachAsset(child, action));
    }
}
