package org.chasqui.platform.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp number that a workspace sends from, as Meta last described it.
 *
 * @param id our id
 * @param workspaceId the workspace that owns it
 * @param accountId our id of the WABA
 * @param wabaId Meta's id of the WABA
 * @param phoneNumberId Meta's id of the number, the {@code {phone_number_id}} of Graph paths
 * @param displayPhoneNumber as Meta prints it, for example {@code +55 11 95550-0167}
 * @param verifiedName display name; null until Meta has one
 * @param qualityRating GREEN, YELLOW, RED or UNKNOWN, in Meta's words
 * @param messagingLimit TIER_250 … TIER_UNLIMITED in Meta's words; null when Meta does not say
 * @param throughputLevel STANDARD, HIGH or NOT_APPLICABLE in Meta's words
 * @param messagesPerSecond what the level means: 80, 1,000, or 20 for a number in coexistence
 * @param status CONNECTED, PENDING, … in Meta's words; only CONNECTED sends
 */
public record SenderNumber(
        UUID id,
        UUID workspaceId,
        UUID accountId,
        String wabaId,
        String phoneNumberId,
        String displayPhoneNumber,
        @Nullable String verifiedName,
        String qualityRating,
        @Nullable String messagingLimit,
        String throughputLevel,
        int messagesPerSecond,
        String status) {}
