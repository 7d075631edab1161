package org.chasqui.platform.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp Business Account (WABA) that a workspace has connected, as Meta last described it.
 *
 * @param id our id
 * @param wabaId Meta's id
 * @param name name in Meta's Business Manager
 * @param currency ISO 4217, for example {@code USD}; null when Meta does not say
 * @param timezone Meta's numeric time zone id; null when Meta does not say
 * @param status ACTIVE, … in Meta's words
 * @param businessVerificationStatus in Meta's words; null when Meta does not say
 * @param templateNamespace namespace of the account's templates; null when Meta does not say
 * @param businessId Meta's id of the business portfolio that it belongs to; null when Meta does not say
 * @param reviewStatus Meta's review of the account: APPROVED, PENDING, REJECTED, DEFERRED; null when Meta did not say
 * @param ban what Meta said last about a ban, in its words, for example {@code SCHEDULE_FOR_DISABLE, January 31, 2027};
 *     null when it never did, or has reinstated the account
 * @param tokenEndsAt when the access token, or its access to data, ends; null when never or not known
 * @param connectedAt when the account was first connected here
 */
public record AccountView(
        UUID id,
        String wabaId,
        String name,
        @Nullable String currency,
        @Nullable String timezone,
        String status,
        @Nullable String businessVerificationStatus,
        @Nullable String templateNamespace,
        @Nullable String businessId,
        @Nullable String reviewStatus,
        @Nullable String ban,
        @Nullable Instant tokenEndsAt,
        Instant connectedAt) {}
