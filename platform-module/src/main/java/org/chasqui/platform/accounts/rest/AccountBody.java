package org.chasqui.platform.accounts.rest;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.accounts.AccountView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Account", description = "A connected WhatsApp Business Account (WABA), as Meta last described it.")
public record AccountBody(
        @Schema(description = "Our id.") UUID id,

        @Schema(description = "Meta's id.", example = "102290129340398")
        String wabaId,

        @Schema(description = "Name in Meta's Business Manager.")
        String name,

        @Schema(description = "ISO 4217.", example = "USD", nullable = true) @Nullable
        String currency,

        @Schema(description = "Meta's number for the account's time zone.", nullable = true) @Nullable
        String timezone,

        @Schema(description = "In Meta's words.", example = "ACTIVE")
        String status,

        @Schema(description = "In Meta's words.", example = "verified", nullable = true) @Nullable
        String businessVerificationStatus,

        @Schema(description = "Namespace of the account's templates.", nullable = true) @Nullable
        String templateNamespace,

        @Schema(description = "When the account was first connected here.")
        Instant connectedAt) {
    static AccountBody of(AccountView account) {
        return new AccountBody(
                account.id(),
                account.wabaId(),
                account.name(),
                account.currency(),
                account.timezone(),
                account.status(),
                account.businessVerificationStatus(),
                account.templateNamespace(),
                account.connectedAt());
    }
}
