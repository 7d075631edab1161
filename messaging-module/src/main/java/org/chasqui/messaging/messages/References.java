package org.chasqui.messaging.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;

/** What a message points at, in our ids or in Meta's: the message that it answers, and the media that it shows. */
@ApplicationScoped
class References {
    private static final Pattern WAMID = Pattern.compile("wamid\\.[A-Za-z0-9+/=_-]{1,500}");
    private static final Pattern UUID_FORM =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> PLAIN = Set.of("text", "location", "contacts");
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");

    @Inject
    MessageReader reader;

    @Inject
    Instance<AssetCatalog> assets;

    /** Meta's id of a message of the sender's that is named by our id or by Meta's. */
    String wamid(SenderNumber sender, String id, String field) {
        if (WAMID.matcher(id).matches()) {
            return id;
        }
        if (!UUID_FORM.matcher(id).matches()) {
            throw RequestFailed.invalid(field, "must be the id of a message, ours or Meta's (wamid.…).");
        }
        var view = reader.byId(sender.workspaceId(), UUID.fromString(id))
                .filter(found -> found.numberId().equals(sender.id()))
                .orElseThrow(() -> RequestFailed.invalid(field, "no message of this number has the id " + id + "."));
        if (view.wamid() == null) {
            throw RequestFailed.invalid(
                    field, "the message " + id + " is " + view.status().wireName() + " and has no id of Meta's yet.");
        }
        return view.wamid();
    }

    /** The content with Meta's id of the message that a reaction is for, and with our media named as such. */
    JsonNode resolve(SenderNumber sender, String type, JsonNode content) {
        if (PLAIN.contains(type)) {
            return content;
        }
        if (type.equals("reaction")) {
            ObjectNode resolved = content.deepCopy();
            var id = content.path("message_id").asText();
            return resolved.put("message_id", wamid(sender, id, "reaction.message_id"));
        }
        var resolved = content.deepCopy();
        nameAssets(sender.workspaceId(), type, resolved, type);
        return resolved;
    }

    private void nameAssets(UUID workspaceId, String name, JsonNode node, String path) {
        if (MEDIA.contains(name)
                && node instanceof ObjectNode medium
                && UUID_FORM.matcher(node.path("id").asText()).matches()) {
            var id = UUID.fromString(node.path("id").asText());
            if (!assets.isResolvable()) {
                throw RequestFailed.invalid(path + ".id", "no medium of this workspace has the id " + id + ".");
            }
            assets.get().check(workspaceId, id, name, path + ".id");
            medium.remove("id");
            medium.put("asset", id.toString());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                nameAssets(workspaceId, "", node.get(i), path + "[" + i + "]");
            }
        } else {
            for (var member : node.properties()) {
                nameAssets(workspaceId, member.getKey(), member.getValue(), path + "." + member.getKey());
            }
        }
    }
}
