package org.chasqui.platform.graph;

import org.jspecify.annotations.Nullable;

/**
 * The phone number node of Graph, reduced to what is asked for with {@link GraphManagement#NUMBER_FIELDS}.
 *
 * @param whatsappBusinessManagerMessagingLimit the limit since v24; {@code messagingLimitTier} before
 * @param isOnBizApp whether the number is also used in the WhatsApp Business app (coexistence)
 */
public record NumberNode(
        String id,
        @Nullable String displayPhoneNumber,
        @Nullable String verifiedName,
        @Nullable String qualityRating,
        @Nullable String whatsappBusinessManagerMessagingLimit,
        @Nullable String messagingLimitTier,
        @Nullable Throughput throughput,
        @Nullable String status,
        @Nullable String nameStatus,
        @Nullable String codeVerificationStatus,
        @Nullable Boolean isOnBizApp,
        @Nullable String platformType) {
    /** How fast the number may send: STANDARD, HIGH or NOT_APPLICABLE. */
    public record Throughput(@Nullable String level) {}
}
