package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Client;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.KeyCompanion;
import org.chasqui.platform.keys.KeyKind;

/**
 * A key for Waabot comes with the credentials of the number that it is for, when it may do everything and never ends: they
 * may and do not, and nobody shall get by them what his key does not give.
 */
@ApplicationScoped
class KeyInstances implements KeyCompanion {
    @Inject
    Instances instances;

    @Inject
    PhoneNumbers numbers;

    @Override
    public KeyKind kind() {
        return KeyKind.WAABOT;
    }

    @Override
    public Optional<Credentials> of(ApiKeyView key) {
        if (key.expiresAt() != null || !Client.of(key).mayDoEverything()) {
            return Optional.empty();
        }
        return Optional.ofNullable(key.phoneNumberId())
                .or(() -> only(key.workspaceId()))
                .map(number -> instances.demand(key.workspaceId(), number))
                .map(instance -> new Credentials(instance.sessionId(), instance.accessToken()));
    }

    private Optional<UUID> only(UUID workspaceId) {
        var all = numbers.list(workspaceId);
        return all.size() == 1 ? Optional.of(all.get(0).id()) : Optional.empty();
    }
}
