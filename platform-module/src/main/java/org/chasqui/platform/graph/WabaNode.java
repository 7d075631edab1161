package org.chasqui.platform.graph;

import org.jspecify.annotations.Nullable;

/**
 * The WABA node of Graph, reduced to what is asked for with {@link GraphManagement#WABA_FIELDS}.
 *
 * @param timezoneId Meta's number for a time zone
 * @param ownerBusinessInfo null for a token that may not see it
 */
public record WabaNode(
        String id,
        @Nullable String name,
        @Nullable String currency,
        @Nullable String timezoneId,
        @Nullable String status,
        @Nullable String businessVerificationStatus,
        @Nullable String messageTemplateNamespace,
        @Nullable Owner ownerBusinessInfo) {
    /** The business portfolio that a WABA belongs to. */
    public record Owner(@Nullable String id) {}
}
