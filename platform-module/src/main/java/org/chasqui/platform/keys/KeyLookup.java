package org.chasqui.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Looks a key up in a transaction of its own. */
@ApplicationScoped
class KeyLookup {
    @Inject
    ApiKeyStore store;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<ApiKeyView> byHash(byte[] hash) {
        return store.byHash(hash).map(ApiKey::view);
    }
}
