package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;

/** The people of a workspace. */
@ApplicationScoped
public class Users {
    @Inject
    UserStore store;

    @Inject
    Passwords passwords;

    @Inject
    SignInAttempts attempts;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    AuditTrail audit;

    @Inject
    Event<PasswordChanged> passwordChanged;

    /**
     * A person by e-mail, whatever the case of its letters: what {@code SecurityContext.getCallerPrincipal().getName()}
     * holds.
     */
    @Transactional
    public Optional<UserView> byEmail(String email) {
        return store.byEmail(normal(email)).map(User::view);
    }

    /** The people of a workspace by e-mail. */
    @Transactional
    public List<UserView> list(UUID workspaceId) {
        return store.ofWorkspace(workspaceId).stream().map(User::view).toList();
    }

    /**
     * Adds a person.
     *
     * @throws RequestFailed PERMISSION_DENIED when the actor may not, CONFLICT when the address is taken
     */
    @Transactional
    public UserView add(UserView actor, NewUser wish) {
        demandPowerOver(actor, wish.role());
        if (store.byEmail(wish.email()).isPresent()) {
            throw new RequestFailed(FailureCode.CONFLICT, "Somebody signs in with " + wish.email() + " already.");
        }
        var user = new User(ids.next(), actor.workspaceId(), wish, passwords.hash(wish.password()), clock.instant());
        store.add(user);
        audit.record(actor.workspaceId(), actor.email(), "user.added", user.email, Map.of("role", user.role.name()));
        return user.view();
    }

    /**
     * Gives a person another role.
     *
     * @throws RequestFailed PERMISSION_DENIED when the actor may not, NOT_FOUND, CONFLICT when nobody would be owner
     */
    @Transactional
    public UserView changeRole(UserView actor, UUID userId, Role role) {
        var user = existing(actor.workspaceId(), userId);
        demandPowerOver(actor, user.role);
        demandPowerOver(actor, role);
        if (user.role == Role.OWNER && role != Role.OWNER) {
            demandAnotherOwner(actor.workspaceId());
        }
        user.role = role;
        audit.record(actor.workspaceId(), actor.email(), "user.role", user.email, Map.of("role", role.name()));
        return user.view();
    }

    /**
     * Removes a person.
     *
     * @throws RequestFailed PERMISSION_DENIED when the actor may not, NOT_FOUND, CONFLICT when nobody would be owner
     */
    @Transactional
    public void remove(UserView actor, UUID userId) {
        var user = existing(actor.workspaceId(), userId);
        demandPowerOver(actor, user.role);
        if (user.role == Role.OWNER) {
            demandAnotherOwner(actor.workspaceId());
        }
        store.remove(user);
        audit.record(actor.workspaceId(), actor.email(), "user.removed", user.email, Map.of());
    }

    /**
     * Changes one's own password.
     *
     * @throws RequestFailed VALIDATION_FAILED when the current password is wrong or the new one too short
     */
    @Transactional(dontRollbackOn = RequestFailed.class)
    public void changePassword(UserView self, String current, String wanted) {
        NewUser.checkPassword(wanted);
        var user = existing(self.workspaceId(), self.id());
        if (!user.settle(passwords.matches(current, user.passwordHash), clock.instant())) {
            throw RequestFailed.invalid("current_password", "is not right.");
        }
        user.changePassword(passwords.hash(wanted));
        passwordChanged.fire(new PasswordChanged(self.id()));
        audit.record(self.workspaceId(), self.email(), "user.password", user.email, Map.of());
    }

    /**
     * Checks an e-mail and a password. Takes as long for unknown people as for known ones; after five wrong passwords
     * in a row nobody gets in for fifteen minutes.
     *
     * @throws RequestFailed SERVICE_UNAVAILABLE when too many sign in at once
     */
    public Optional<UserView> signIn(String email, String password) {
        var found = attempts.known(normal(email));
        // Between two transactions: hashing takes long, and whoever waits for it must hold neither connection nor lock.
        var right = password.length() <= NewUser.MAX_PASSWORD
                && found.map(known -> passwords.matches(password, known.hash()))
                        .orElseGet(() -> passwords.matchesNobody(password));
        return found.flatMap(known -> attempts.settle(known, right));
    }

    private User existing(UUID workspaceId, UUID userId) {
        store.lockWorkspace(workspaceId);
        return store.locked(userId)
                .filter(user -> user.workspaceId.equals(workspaceId))
                .orElseThrow(() -> RequestFailed.notFound("user", userId.toString()));
    }

    private void demandAnotherOwner(UUID workspaceId) {
        if (store.owners(workspaceId) < 2) {
            throw new RequestFailed(
                    FailureCode.CONFLICT, "A workspace needs an owner: make somebody else an owner first.");
        }
    }

    private static void demandPowerOver(UserView actor, Role role) {
        if (!actor.may(role == Role.OWNER ? Permission.MANAGE_OWNERS : Permission.MANAGE_USERS)) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "Your role does not let you do this: ask " + (role == Role.OWNER ? "an owner." : "an admin."));
        }
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
