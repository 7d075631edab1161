package org.chasqui.platform.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number with what is not needed for sending.
 *
 * @param nameStatus review of the display name, in Meta's words; null when Meta does not say
 * @param codeVerificationStatus whether the number was verified, in Meta's words; null when Meta does not say
 * @param platformType CLOUD_API, ON_PREMISE or NOT_APPLICABLE in Meta's words; null when Meta does not say
 * @param coexistence whether the number is also used in the WhatsApp Business app
 * @param obstacle what keeps it from sending, as far as Meta has told; null when nothing does. It may end by itself:
 *     {@link PhoneNumbers#obstacle} looks at the time
 * @param botId the bot that answers on this number; null when none does
 * @param aiAutoreply whether the bot may answer by itself
 * @param createdAt when the number was first connected here
 * @param refreshedAt when Meta was last asked about it
 */
public record NumberView(
        SenderNumber sender,
        @Nullable String nameStatus,
        @Nullable String codeVerificationStatus,
        @Nullable String platformType,
        boolean coexistence,
        @Nullable Obstacle obstacle,
        @Nullable UUID botId,
        boolean aiAutoreply,
        Instant createdAt,
        Instant refreshedAt) {}
