package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
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
    ApiKeys keys;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

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
                                "There is no contract to cancel: disconnect the number in the dashboard."));
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
        valid(channel).forEach(key -> list.add(describe(key).put("api_key_prefix", key.prefix())));
        return Answer.json(200, body);
    }

    /** A key gives only what it has itself, and ends when it does. */
    private Answer createKey(HubCall call) throws IOException {
        var channel = found(call);
        demandPlace(channel);
        var made = keys.create(new CreateApiKey(
                call.workspaceId(),
                call.arguments().text("name").orElse("Hub"),
                KeyKind.DIALOG360,
                call.partner().client().scopes(),
                channel.number().id(),
                call.partner().key().expiresAt(),
                call.actor()));
        return Answer.json(201, describe(made.key()).put("api_key", made.secret()));
    }

    /** The partner may have said how many numbers of a client there are to be keys for. */
    private void demandPlace(HubWorld.Channel channel) {
        var most = channel.client().notes().maxChannels();
        if (most == null || !valid(channel.number()).isEmpty()) {
            return;
        }
        long taken = world.channels(channel.number().workspaceId()).stream()
                .map(HubWorld.Channel::number)
                .filter(number -> number.accountId().equals(channel.number().accountId()))
                .filter(number -> !valid(number).isEmpty())
                .count();
        if (taken >= most) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The client has " + taken + " channels with keys, and its max_channels is " + most + ".");
        }
    }

    private Answer revokeAll(HubCall call) {
        valid(found(call).number()).forEach(key -> keys.revoke(call.workspaceId(), key.id(), call.actor()));
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private Answer revokeKey(HubCall call) {
        var id = call.variable("key");
        var channel = found(call).number();
        var key = keys.list(call.workspaceId()).stream()
                .filter(one -> isOf(one, channel) && one.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("API key", id));
        keys.revoke(call.workspaceId(), key.id(), call.actor());
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private HubWorld.Channel found(HubCall call) {
        return world.channel(call.workspaceId(), call.variable("channel"));
    }

    private List<ApiKeyView> valid(SenderNumber channel) {
        var now = clock.instant();
        return keys.list(channel.workspaceId()).stream()
                .filter(key -> isOf(key, channel) && key.isValid(now))
                .toList();
    }

    private static boolean isOf(ApiKeyView key, SenderNumber channel) {
        return Objects.equals(key.phoneNumberId(), channel.id())
                && (key.kind() == KeyKind.DIALOG360 || key.kind() == KeyKind.CBOT);
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
