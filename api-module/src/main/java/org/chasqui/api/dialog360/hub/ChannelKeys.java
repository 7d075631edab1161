package org.chasqui.api.dialog360.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.NewApiKey;

/** The keys of channels. The partner may have said for how many channels of a client there are to be some. */
@ApplicationScoped
class ChannelKeys {
    @Inject
    ApiKeys keys;

    @Inject
    HubWorld world;

    @Inject
    HubStore store;

    @Inject
    Clock clock;

    /** Those that are valid now, the newest first. */
    @Transactional
    public List<ApiKeyView> of(SenderNumber channel) {
        return valid(channel.workspaceId()).stream()
                .filter(key -> channel.id().equals(key.phoneNumberId()))
                .toList();
    }

    /**
     * Makes one. Whoever makes another at the same time waits, so that both together are not more than there may be.
     *
     * @param wish for the number of the channel
     * @throws RequestFailed CONFLICT when the client has as many channels with keys as it may
     */
    @Transactional
    public NewApiKey make(UUID channelId, CreateApiKey wish) {
        store.lock(wish.workspaceId());
        demandPlace(world.channel(wish.workspaceId(), channelId.toString()));
        return keys.create(wish);
    }

    private void demandPlace(HubWorld.Channel channel) {
        var most = channel.client().notes().maxChannels();
        if (most == null) {
            return;
        }
        var workspaceId = channel.number().workspaceId();
        var keyed = valid(workspaceId).stream()
                .map(ApiKeyView::phoneNumberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (keyed.contains(channel.number().id())) {
            return;
        }
        long taken = world.channels(workspaceId).stream()
                .map(HubWorld.Channel::number)
                .filter(number -> number.accountId().equals(channel.number().accountId()))
                .filter(number -> keyed.contains(number.id()))
                .count();
        if (taken >= most) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The client has " + taken + " channels with keys, and its max_channels is " + most + ".");
        }
    }

    /** Revokes a key of a channel, valid or not. */
    @Transactional
    public void revoke(SenderNumber channel, String id, String actor) {
        var key = keys.list(channel.workspaceId()).stream()
                .filter(one -> isOfAChannel(one) && channel.id().equals(one.phoneNumberId()))
                .filter(one -> one.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("API key", id));
        keys.revoke(channel.workspaceId(), key.id(), actor);
    }

    /** Revokes all keys of a channel. */
    @Transactional
    public void revokeAll(SenderNumber channel, String actor) {
        of(channel).forEach(key -> keys.revoke(channel.workspaceId(), key.id(), actor));
    }

    private List<ApiKeyView> valid(UUID workspaceId) {
        var now = clock.instant();
        return keys.list(workspaceId).stream()
                .filter(key -> isOfAChannel(key) && key.isValid(now))
                .toList();
    }

    private static boolean isOfAChannel(ApiKeyView key) {
        return key.kind() == KeyKind.DIALOG360 || key.kind() == KeyKind.CBOT;
    }
}
