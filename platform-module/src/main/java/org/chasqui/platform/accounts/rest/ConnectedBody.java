package org.chasqui.platform.accounts.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConnectedAccount", description = "A connected account and those of its numbers that were connected.")
public record ConnectedBody(
        AccountBody account,
        List<PhoneNumberBody> phoneNumbers,

        @Schema(description = "The run that brought them in; its steps are at /onboarding/{id}.")
        UUID onboardingId) {}
