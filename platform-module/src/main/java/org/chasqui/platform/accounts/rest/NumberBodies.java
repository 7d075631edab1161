package org.chasqui.platform.accounts.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.chasqui.platform.accounts.AiProviders;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.Obstacle;
import org.jspecify.annotations.Nullable;

/** Numbers as the API prints them, with what only others know. */
@ApplicationScoped
class NumberBodies {
    @Inject
    Instance<AiProviders> providers;

    PhoneNumberBody of(NumberView number) {
        return of(number, number.obstacle(), null);
    }

    PhoneNumberBody of(NumberView number, @Nullable Obstacle obstacle, @Nullable ProfileBody profile) {
        var botId = number.botId();
        boolean configured = botId != null && providers.stream().anyMatch(provider -> provider.isConfigured(botId));
        return PhoneNumberBody.of(number, obstacle, profile, configured);
    }
}
