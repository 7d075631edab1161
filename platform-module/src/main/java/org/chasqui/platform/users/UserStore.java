package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** People and workspaces in the database. */
@ApplicationScoped
class UserStore {
    private static final String BY_EMAIL = "select u from User u where u.email = :email";
    private static final String OF_WORKSPACE = "select u from User u where u.workspaceId = :workspace order by u.email";
    private static final String OWNERS =
            "select count(u) from User u where u.workspaceId = :workspace and u.role = :owner";
    private static final String OLDEST_WORKSPACE = "select w from Workspace w order by w.id";
    private static final String ANYBODY = "select count(u) from User u";

    @PersistenceContext(unitName = "chasqui-platform")
    EntityManager entities;

    Optional<User> byEmail(String email) {
        return entities.createQuery(BY_EMAIL, User.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** The person, locked against other transactions until this one ends. */
    Optional<User> locked(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<User> ofWorkspace(UUID workspaceId) {
        return entities.createQuery(OF_WORKSPACE, User.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    long owners(UUID workspaceId) {
        return entities.createQuery(OWNERS, Long.class)
                .setParameter("workspace", workspaceId)
                .setParameter("owner", Role.OWNER)
                .getSingleResult();
    }

    boolean hasNobody() {
        return entities.createQuery(ANYBODY, Long.class).getSingleResult() == 0;
    }

    Optional<Workspace> oldestWorkspace() {
        return entities.createQuery(OLDEST_WORKSPACE, Workspace.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<Workspace> workspace(UUID id) {
        return Optional.ofNullable(entities.find(Workspace.class, id));
    }

    /** Serialises the changes of one workspace's people until the transaction ends. */
    void lockWorkspace(UUID id) {
        entities.find(Workspace.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    void add(Workspace workspace) {
        entities.persist(workspace);
        // The people refer to it by id only, so that JPA does not know which row must be there first.
        entities.flush();
    }

    void add(User user) {
        entities.persist(user);
        entities.flush();
    }

    void remove(User user) {
        entities.remove(user);
    }
}
