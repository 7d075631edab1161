package org.chasqui.platform.users;

import java.time.Duration;

/** Passwords at the least cost: what a hash is worth is the subject of {@link PasswordsTest} alone. */
class CheapPasswords extends Passwords {
    private static final int MEMORY_KIB = 64;

    CheapPasswords() {
        super(MEMORY_KIB, Duration.ofSeconds(3));
    }
}
