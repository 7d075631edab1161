package org.chasqui.messaging.contacts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.contacts.ContactView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contact", description = "A person: a phone number, a business-scoped user id, a user name, or several.")
public record ContactResponse(
        @Schema(description = "Our id (UUIDv7).") UUID id,

        @Schema(description = "As Meta writes it; absent when hidden.", example = "+5511955501234") @Nullable
        String phone,

        @Schema(description = "Business-scoped user id.", example = "US.13491208655302741918") @Nullable
        String userId,

        @Schema(description = "Name taken at WhatsApp.", example = "ana.lima") @Nullable
        String username,

        @Schema(description = "The name that you gave.", example = "Ana Lima") @Nullable
        String name,

        @Schema(description = "What the person calls himself at WhatsApp.", example = "Ana") @Nullable
        String profileName,

        @Schema(description = "A language code.", example = "pt_BR") @Nullable
        String language,

        @Schema(description = "Whatever you keep.", implementation = Object.class)
        JsonNode attributes,

        @Schema(description = "Words to find people by.") List<String> tags,

        @Schema(description = "What the person does not want: marketing, another category, or all; empty when nothing.")
        List<String> optedOut,

        @Schema(description = "The person's latest word on each category.")
        List<Said> consents,

        @Schema(description = "When we first knew of the person.")
        Instant createdAt,

        @Schema(description = "When something of this last changed.")
        Instant updatedAt) {

    /** The latest word on a category. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContactConsent", description = "What a person last said about messages of a category.")
    public record Said(
            @Schema(description = "marketing, utility, authentication, service or all", example = "marketing")
            String category,

            @Schema(description = "Whether the person does not want them.")
            boolean optedOut,

            @Schema(description = "keyword, meta, api or import", example = "keyword")
            String source,

            @Schema(description = "The words.", example = "STOP") @Nullable
            String detail,

            @Schema(description = "When it was said.") Instant at) {}

    static ContactResponse of(ContactView view) {
        return new ContactResponse(
                view.id(),
                view.phone() == null ? null : "+" + view.phone(),
                view.userId(),
                view.username(),
                view.name(),
                view.profileName(),
                view.language(),
                view.attributes(),
                view.tags(),
                view.consents().stream()
                        .filter(Consent::optedOut)
                        .map(Consent::category)
                        .toList(),
                view.consents().stream()
                        .map(said ->
                                new Said(said.category(), said.optedOut(), said.source(), said.detail(), said.at()))
                        .toList(),
                view.createdAt(),
                view.updatedAt());
    }
}
