package org.chasqui.platform.accounts.onboarding;

import java.util.UUID;

/** Fired after an onboarding has changed and that is on disk. */
public record OnboardingMoved(UUID workspaceId, UUID onboardingId) {}
