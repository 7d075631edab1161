package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Seals what belongs to an endpoint anew; one transaction each. */
@ApplicationScoped
class SealDesk {
    @Inject
    EndpointStore store;

    @Inject
    Vault vault;

    /** The endpoints of all workspaces that something is sealed for with an older key. */
    @Transactional
    public List<UUID> outdated() {
        return store.all().stream().filter(vault::isOutdated).map(Endpoint::id).toList();
    }

    /**
     * Seals with the current key what was sealed with an older one; answers whether there was anything.
     *
     * @throws org.chasqui.platform.secrets.SecretUnreadable when no key opens it
     */
    @Transactional
    public boolean renew(UUID id) {
        // Whoever rotates the secret at the same time waits, or has been waited for.
        var endpoint = store.locked(id).filter(vault::isOutdated);
        endpoint.map(vault::renewed).ifPresent(store::save);
        return endpoint.isPresent();
    }
}
