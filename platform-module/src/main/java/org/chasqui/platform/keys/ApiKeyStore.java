package org.chasqui.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys in the database. */
@ApplicationScoped
class ApiKeyStore {
    private static final String BY_HASH = "select k from ApiKey k where k.secretHash = :hash";
    private static final String OF_WORKSPACE =
            "select k from ApiKey k where k.workspaceId = :workspace order by k.id desc";

    @PersistenceContext(unitName = "chasqui-platform")
    EntityManager entities;

    Optional<ApiKey> byHash(byte[] hash) {
        return entities.createQuery(BY_HASH, ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    Optional<ApiKey> byId(UUID id) {
        return Optional.ofNullable(entities.find(ApiKey.class, id));
    }

    List<ApiKey> ofWorkspace(UUID workspaceId) {
        return entities.createQuery(OF_WORKSPACE, ApiKey.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    void add(ApiKey key) {
        entities.persist(key);
        entities.flush();
    }
}
