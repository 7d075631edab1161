package org.chasqui.platform.accounts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.accounts.onboarding.LinkView;
import org.chasqui.platform.qr.QrDrawing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OnboardingLink", description = "A link by which an end customer connects a number without signing in.")
public record LinkBody(
        @Schema(description = "Our id.") UUID id,

        @Schema(description = "Whom it is for.") String name,

        @Schema(
                description = "What it is good for.",
                enumeration = {"open", "used", "expired", "revoked"})
        String state,

        @Schema(description = "Whether the number stays in the WhatsApp Business app.")
        boolean coexistence,

        @Schema(description = "Its address. Whoever has it can use it.")
        String url,

        @Schema(
                description = "Its address as a QR code: a data URL of an SVG. Only where one link is answered.",
                nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String qr,

        @Schema(description = "Who made it.") String createdBy,

        @Schema(description = "When it was made.") Instant createdAt,

        @Schema(description = "When it ends.") Instant expiresAt,

        @Schema(description = "When it was first opened.", nullable = true) @Nullable
        Instant openedAt,

        @Schema(description = "When its number was connected.", nullable = true) @Nullable
        Instant usedAt) {
    static LinkBody of(LinkView link, Instant now) {
        return of(link, now, null);
    }

    static LinkBody withQr(LinkView link, Instant now) {
        return of(link, now, QrDrawing.of(link.url()).dataUrl());
    }

    private static LinkBody of(LinkView link, Instant now, @Nullable String qr) {
        return new LinkBody(
                link.id(),
                link.name(),
                link.state(now).wireName(),
                link.coexistence(),
                link.url(),
                qr,
                link.createdBy(),
                link.createdAt(),
                link.expiresAt(),
                link.openedAt(),
                link.usedAt());
    }
}
