package org.chasqui.messaging.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settings of an endpoint as they are stored; secrets and headers are sealed ({@link Vault}). */
record Endpoint(
        UUID id,
        UUID workspaceId,
        String url,
        boolean isInspector,
        List<String> events,
        @Nullable List<UUID> numberIds,
        @Nullable String sealedHeaders,
        boolean ordered,
        @Nullable String description,
        Wording wording,
        String sealedSecret,
        @Nullable String sealedPrevious,
        @Nullable Instant previousUntil,
        WebhookStatus status,
        @Nullable String statusReason,
        Instant createdAt,
        Instant updatedAt) {
    /** One that nobody has given an address yet. */
    static Endpoint blank(UUID id, UUID workspaceId, String sealedSecret, Instant now) {
        return new Endpoint(
                id,
                workspaceId,
                "",
                false,
                List.of(),
                null,
                null,
                false,
                null,
                Wording.OWN,
                sealedSecret,
                null,
                null,
                WebhookStatus.ACTIVE,
                null,
                now,
                now);
    }

    /** The same with a new secret; the previous one signs along until its time is over. */
    Endpoint rotated(String secret, String previous, Instant until, Instant now) {
        return new Endpoint(
                id,
                workspaceId,
                url,
                isInspector,
                events,
                numberIds,
                sealedHeaders,
                ordered,
                description,
                wording,
                secret,
                previous,
                until,
                status,
                statusReason,
                createdAt,
                now);
    }

    /** The same settings, sealed anew. */
    Endpoint sealed(String secret, @Nullable String previous, @Nullable String headers) {
        return new Endpoint(
                id,
                workspaceId,
                url,
                isInspector,
                events,
                numberIds,
                headers,
                ordered,
                description,
                wording,
                secret,
                previous,
                previousUntil,
                status,
                statusReason,
                createdAt,
                updatedAt);
    }

    boolean covers(@Nullable UUID numberId) {
        return numberIds == null || (numberId != null && numberIds.contains(numberId));
    }
}
