package org.chasqui.platform.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class UserTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final User user = new User(
            new UUID(0, 1),
            new UUID(0, 2),
            new NewUser(" Ana@Example.com ", "Ana", Role.AGENT, "a long password"),
            "hash",
            NOW);

    @Test
    void isLockedAfterFiveWrongPasswords() {
        fail(5);

        assertThat(user.isLocked(NOW)).isTrue();
        assertThat(user.settle(true, NOW.plusSeconds(14 * 60))).isFalse();
    }

    @Test
    void isNotLockedAfterFour() {
        fail(4);

        assertThat(user.isLocked(NOW)).isFalse();
        assertThat(user.settle(true, NOW)).isTrue();
    }

    @Test
    void getsInAgainAfterFifteenMinutes() {
        fail(5);

        assertThat(user.settle(true, NOW.plusSeconds(15 * 60))).isTrue();
        assertThat(user.view().lastLoginAt()).isEqualTo(NOW.plusSeconds(15 * 60));
    }

    @Test
    void countsAnewAfterARightPassword() {
        fail(4);
        user.settle(true, NOW);
        fail(4);

        assertThat(user.isLocked(NOW)).isFalse();
    }

    @Test
    void doesNotLengthenTheLockByTryingOn() {
        fail(5);
        user.settle(false, NOW.plusSeconds(14 * 60));

        assertThat(user.isLocked(NOW.plusSeconds(15 * 60))).isFalse();
    }

    @Test
    void hasAnAddressInLowerCase() {
        assertThat(user.view().email()).isEqualTo("ana@example.com");
    }

    @Test
    void needsAnAddressAndALongPassword() {
        assertThatThrownBy(() -> new NewUser("ana", "Ana", Role.AGENT, "a long password"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageStartingWith("email: ");
        assertThatThrownBy(() -> new NewUser("ana@example.com", "Ana", Role.AGENT, "short"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageStartingWith("password: ")
                .hasMessageNotContaining("short");
    }

    @Test
    void mayWhatTheRoleMay() {
        assertThat(user.view().may(Permission.SEND)).isTrue();
        assertThat(user.view().may(Permission.MANAGE_KEYS)).isFalse();
        assertThat(Permission.MANAGE_OWNERS.isHeldBy(Role.ADMIN)).isFalse();
        assertThat(Permission.MANAGE_OWNERS.isHeldBy(Role.OWNER)).isTrue();
        assertThat(Permission.SEND.isHeldBy(Role.VIEWER)).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(user.settle(false, NOW)).isFalse();
        }
    }
}
