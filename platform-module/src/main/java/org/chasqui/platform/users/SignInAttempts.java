package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What an attempt to sign in reads and writes, before and after the password is checked; a transaction each. */
@ApplicationScoped
class SignInAttempts {
    @Inject
    UserStore store;

    @Inject
    Clock clock;

    /** A person and the hash that the password is checked against. */
    record Known(UUID id, String hash) {}

    /** Who signs in with an address in lower case. */
    @Transactional
    public Optional<Known> known(String email) {
        return store.byEmail(email).map(user -> new Known(user.id, user.passwordHash));
    }

    /** Settles the attempt; the person when it succeeds. A password that was changed meanwhile is wrong. */
    @Transactional
    public Optional<UserView> settle(Known known, boolean passwordIsRight) {
        return store.locked(known.id())
                .filter(user -> user.settle(passwordIsRight && user.passwordHash.equals(known.hash()), clock.instant()))
                .map(User::view);
    }
}
