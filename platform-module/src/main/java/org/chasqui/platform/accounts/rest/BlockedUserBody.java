package org.chasqui.platform.accounts.rest;

import org.chasqui.platform.accounts.profile.BlockList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "BlockedUser", description = "A person on the block list, or what became of one who was asked for.")
public record BlockedUserBody(
        @Schema(description = "As it was asked for, or the number at WhatsApp.", example = "+5511955501234")
        String user,

        @Schema(description = "The person's number at WhatsApp.", example = "5511955501234", nullable = true) @Nullable
        String waId,

        @Schema(description = "In Meta's words why it was refused; null when it was done.", nullable = true) @Nullable
        String problem) {
    static BlockedUserBody of(String waId) {
        return new BlockedUserBody(waId, waId, null);
    }

    static BlockedUserBody of(BlockList.Result result) {
        return new BlockedUserBody(result.user(), result.waId(), result.problem());
    }
}
