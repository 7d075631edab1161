package org.chasqui.api.waabot.instances;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instance.
 *
 * @param objectId its {@code _id}: 24 hexadecimal digits
 * @param numberId our id of its number; null until one is connected
 * @param botId the bot that it was made with; the one that is linked to the number goes before it
 * @param webhookId our id of its endpoint; null for none
 * @param webhookEvents what its endpoint wants to hear of, in the words of setWebhook
 * @param sessionId half of its credentials: five groups of four hexadecimal digits
 * @param accessToken the other half, of the same form
 * @param multiDevice stored and echoed; the official API knows no devices
 * @param sendWebhook whether its endpoint is told anything
 */
public record WaabotInstance(
        UUID id,
        String objectId,
        UUID workspaceId,
        @Nullable UUID numberId,
        @Nullable UUID botId,
        @Nullable UUID webhookId,
        List<String> webhookEvents,
        String sessionId,
        String accessToken,
        boolean multiDevice,
        boolean sendWebhook,
        Instant createdAt,
        Instant updatedAt) {
    /** The same with a number. */
    public WaabotInstance withNumber(@Nullable UUID other) {
        return with(other, botId, webhookId, webhookEvents, multiDevice, sendWebhook);
    }

    /** The same with a bot. */
    public WaabotInstance withBot(@Nullable UUID other) {
        return with(numberId, other, webhookId, webhookEvents, multiDevice, sendWebhook);
    }

    /** The same with an endpoint; null for none. */
    public WaabotInstance withWebhook(@Nullable UUID other, List<String> events) {
        return with(numberId, botId, other, List.copyOf(events), multiDevice, sendWebhook);
    }

    /** The same, telling its endpoint or not. */
    public WaabotInstance sendingWebhooks(boolean on) {
        return with(numberId, botId, webhookId, webhookEvents, multiDevice, on);
    }

    /** The same with another word about devices. */
    public WaabotInstance withMultiDevice(boolean on) {
        return with(numberId, botId, webhookId, webhookEvents, on, sendWebhook);
    }

    private WaabotInstance with(
            @Nullable UUID number,
            @Nullable UUID bot,
            @Nullable UUID webhook,
            List<String> events,
            boolean devices,
            boolean webhooks) {
        return new WaabotInstance(
                id,
                objectId,
                workspaceId,
                number,
                bot,
                webhook,
                events,
                sessionId,
                accessToken,
                devices,
                webhooks,
                createdAt,
                updatedAt);
    }

    /** Without the secrets, which must not slip into a log. */
    @Override
    public String toString() {
        return "WaabotInstance[" + objectId + "]";
    }
}
