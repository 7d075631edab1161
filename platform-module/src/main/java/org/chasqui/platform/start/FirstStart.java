package org.chasqui.platform.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.Scope;
import org.chasqui.platform.leases.Leases;
import org.chasqui.platform.users.FirstOwner;
import org.chasqui.platform.users.NewUser;
import org.chasqui.platform.users.Role;
import org.jspecify.annotations.Nullable;

/** Makes the first workspace, its owner and an API key when the database knows nobody yet. */
@ApplicationScoped
class FirstStart {
    private static final String DEFAULT_EMAIL = "admin@localhost";
    private static final String WORKSPACE = "My workspace";

    @PersistenceContext(unitName = "chasqui-platform")
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    FirstOwner owner;

    @Inject
    ApiKeys keys;

    /** What was made; empty when there is somebody already. Nodes that start together do this one after another. */
    @Transactional
    Optional<FirstStartReport> run() {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?)) as locked")
                .setParameter(1, Leases.key("first-start"))
                .getSingleResult();
        if (owner.exists()) {
            return Optional.empty();
        }
        var chosen = settings.text("chasqui.admin.password");
        var password = chosen.orElseGet(NewUser::randomPassword);
        var email = settings.text("chasqui.admin.email").orElse(DEFAULT_EMAIL);
        var workspace = owner.create(WORKSPACE, new NewUser(email, "Administrator", Role.OWNER, password));
        return Optional.of(new FirstStartReport(email, chosen.isPresent() ? null : password, key(workspace.id())));
    }

    private @Nullable String key(UUID workspaceId) {
        var wish = new CreateApiKey(workspaceId, "First key", KeyKind.CHASQUI, Set.of(Scope.ALL), null, null, "system");
        var given = settings.text("chasqui.bootstrap.api-key");
        if (given.isPresent()) {
            keys.create(wish, given.get());
            return given.get();
        }
        return settings.isSandboxEnabled() ? keys.create(wish).secret() : null;
    }
}
