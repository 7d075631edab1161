package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.jspecify.annotations.Nullable;

/** The channels of a partner, which are the numbers of the workspace, and their keys. */
@ApplicationScoped
class ChannelEndpoints implements HubEndpoints {
    private static final String KEYS = "/channels/{channel}/api_keys";

    @Inject
    HubWorld world;

    @Inject
    ChannelKeys keys;

    @Inject
    Settings settings;

    @Override
    public void addTo(HubRoutes routes) {
        routes.reads("GET", "/channels", this::channels)
                .reads("GET", "/channels/{channel}", this::channel)
                .reads("GET", KEYS, this::keys)
                .writes("POST", KEYS, this::createKey)
                .writes("DELETE", KEYS, this::revokeAll)
                .writes("DELETE", KEYS + "/{key}", this::revokeKey)
                .writes(
                        "POST",
                        "/clients/{client}/channels/{channel}/control/cancellation_request",
                        call -> HubRefusals.notImplemented(
                                "There is no contract to cancel: revoke the keys of the channel, and whoever owns the"
                                        + " number removes it in Meta's WhatsApp Manager."));
    }

    private Answer channels(HubCall call) {
        var all = world.channels(call.workspaceId()).stream()
                .map(HubJson::channel)
                .toList();
        return Listing.page(call.request().query(), "partner_channels", all);
    }

    private Answer channel(HubCall call) {
        return Answer.json(200, HubJson.channel(found(call)));
    }

    private Answer keys(HubCall call) {
        var channel = found(call).number();
        var body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("api_keys");
        keys.of(channel).forEach(key -> list.add(describe(key).put("api_key_prefix", key.prefix())));
        return Answer.json(200, body);
    }

    /** A key gives only what it has itself, and ends when it does. */
    private Answer createKey(HubCall call) throws IOException {
        var channel = found(call).number().id();
        var made = keys.make(
                channel,
                new CreateApiKey(
                        call.workspaceId(),
                        call.arguments().text("name").orElse("Hub"),
                        KeyKind.DIALOG360,
                        call.partner().client().scopes(),
                        channel,
                        call.partner().key().expiresAt(),
                        call.actor()));
        return Answer.json(201, describe(made.key()).put("api_key", made.secret()));
    }

    private Answer revokeAll(HubCall call) {
        keys.revokeAll(found(call).number(), call.actor());
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private Answer revokeKey(HubCall call) {
        keys.revoke(found(call).number(), call.variable("key"), call.actor());
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private HubWorld.Channel found(HubCall call) {
        return world.channel(call.workspaceId(), call.variable("channel"));
    }

    private ObjectNode describe(ApiKeyView key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id().toString())
                .put("address", settings.publicUrl())
                .put("app_id", text(key.phoneNumberId()));
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
