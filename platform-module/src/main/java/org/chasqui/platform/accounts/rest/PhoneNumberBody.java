package org.chasqui.platform.accounts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.Obstacle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PhoneNumber", description = "A connected number, as Meta last described it.")
public record PhoneNumberBody(
        @Schema(description = "Our id; taken wherever a number's id is taken.")
        UUID id,

        @Schema(description = "Meta's id; taken wherever a number's id is taken.", example = "106540352242922")
        String phoneNumberId,

        @Schema(description = "Meta's id of the account.") String wabaId,

        @Schema(description = "As Meta prints it.", example = "+55 11 95550-0167")
        String displayPhoneNumber,

        @Schema(description = "The name that recipients see.", nullable = true) @Nullable
        String verifiedName,

        @Schema(description = "GREEN, YELLOW, RED or UNKNOWN.", example = "GREEN")
        String qualityRating,

        @Schema(
                description = "How many people the business may open conversations with in 24 hours.",
                example = "TIER_2K",
                nullable = true)
        @Nullable
        String messagingLimitTier,

        @Schema(description = "How fast the number may send.")
        Throughput throughput,

        @Schema(description = "Only CONNECTED sends.", example = "CONNECTED")
        String status,

        @Schema(description = "Meta's review of the name.", example = "APPROVED", nullable = true) @Nullable
        String nameStatus,

        @Schema(description = "Whether the number was verified.", example = "VERIFIED", nullable = true) @Nullable
        String codeVerificationStatus,

        @Schema(description = "Where the number lives at Meta.", example = "CLOUD_API", nullable = true) @Nullable
        String platformType,

        @Schema(
                description =
                        "Why messages of this number wait, as far as Meta has told; null when nothing holds them.",
                nullable = true)
        @Nullable
        String heldBecause,

        @Schema(description = "When Meta lifts that by itself; null when a person must act.", nullable = true) @Nullable
        Instant heldUntil,

        @Schema(description = "Whether the number is also used in the WhatsApp Business app.")
        boolean coexistence,

        @Schema(description = "The bot that answers on this number.", nullable = true) @Nullable
        UUID botId,

        @Schema(description = "Whether that bot may answer by itself.")
        boolean aiAutoreplyEnabled,

        @Schema(description = "Whether that bot has an AI, or a server of yours, that could be asked.")
        boolean aiProviderConfigured,

        @Schema(description = "When the number was first connected here.")
        Instant createdAt,

        @Schema(description = "When Meta was last asked about the number.")
        Instant refreshedAt,

        @Schema(
                description = "What people see of the business. Only where one number is asked for, and null when Meta"
                        + " could not be asked.",
                nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        ProfileBody profile) {
    /** How fast a number may send. */
    @Schema(name = "Throughput", description = "How fast the number may send.")
    public record Throughput(
            @Schema(description = "In Meta's words.", example = "STANDARD")
            String level,

            @Schema(description = "What the level means.", example = "80")
            int messagesPerSecond) {}

    static PhoneNumberBody of(
            NumberView number,
            @Nullable Obstacle obstacle,
            @Nullable ProfileBody profile,
            boolean aiProviderConfigured) {
        var sender = number.sender();
        return new PhoneNumberBody(
                sender.id(),
                sender.phoneNumberId(),
                sender.wabaId(),
                sender.displayPhoneNumber(),
                sender.verifiedName(),
                sender.qualityRating(),
                sender.messagingLimit(),
                new Throughput(sender.throughputLevel(), sender.messagesPerSecond()),
                sender.status(),
                number.nameStatus(),
                number.codeVerificationStatus(),
                number.platformType(),
                obstacle == null ? null : obstacle.reason(),
                obstacle == null ? null : obstacle.until(),
                number.coexistence(),
                number.botId(),
                number.aiAutoreply(),
                aiProviderConfigured,
                number.createdAt(),
                number.refreshedAt(),
                profile);
    }
}
