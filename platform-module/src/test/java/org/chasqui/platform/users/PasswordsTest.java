package org.chasqui.platform.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void matchTheirHashAndNoOther() {
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horsE", hash)).isFalse();
    }

    @Test
    void areSaltedEachTime() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void matchAHashThatAnotherToolMadeAtAnotherCost() {
        // argon2 reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
        assertThat(passwords.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    void neverMatchNobody() {
        assertThat(passwords.matchesNobody("anything")).isFalse();
    }

    @Test
    void doNotKeepAThreadWaitingWhenTooManyAreHashed() {
        var impatient = new Passwords(64, Duration.ofMillis(50));
        impatient.atOnce.drainPermits();

        assertThatThrownBy(() -> impatient.matchesNobody("anything"))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE));
    }

    @Test
    void refuseAHashOfAnotherForm() {
        assertThatThrownBy(() -> passwords.matches("x", "md5")).isInstanceOf(IllegalStateException.class);
    }
}
