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
        Instant connectedAt) {}
