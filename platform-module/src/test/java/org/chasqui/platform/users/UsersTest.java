package org.chasqui.platform.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {
    private static final String PASSWORD = "correct horse";
    private static final Passwords PASSWORDS = new CheapPasswords();
    private static TestDatabase database;
    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock);
    private final Fired<PasswordChanged> passwordChanged = new Fired<>();
    private UserView owner;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void makeTheFirstOwner() {
        var email = UUID.randomUUID() + "@example.com";
        database.inTransaction(entities -> {
            var first = new FirstOwner();
            first.store = store(entities);
            first.passwords = PASSWORDS;
            first.ids = ids;
            first.clock = clock;
            return first.create("W", new NewUser(email, "Ana", Role.OWNER, PASSWORD));
        });
        owner = with(users -> users.byEmail(email)).orElseThrow();
    }

    @Test
    void signInWithTheirPasswordWhateverTheCaseOfTheirAddress() {
        assertThat(signIn(owner.email().toUpperCase(Locale.ROOT), PASSWORD))
                .map(UserView::id)
                .contains(owner.id());
        assertThat(with(users -> users.byEmail(owner.email())).orElseThrow().lastLoginAt())
                .isEqualTo(clock.instant());
    }

    @Test
    void areNobodyWithAWrongPasswordOrAnUnknownAddress() {
        assertThat(signIn(owner.email(), "wrong")).isEmpty();
        assertThat(signIn("nobody@example.com", PASSWORD)).isEmpty();
        assertThat(signIn(owner.email(), "x".repeat(10_000))).isEmpty();
    }

    @Test
    void areLockedOutForFifteenMinutesAfterFiveWrongPasswords() {
        for (int i = 0; i < 5; i++) {
            signIn(owner.email(), "wrong");
        }

        assertThat(signIn(owner.email(), PASSWORD)).isEmpty();
        clock.advance(Duration.ofMinutes(15));
        assertThat(signIn(owner.email(), PASSWORD)).isPresent();
    }

    @Test
    void areLockedOutBySimultaneousGuessesToo() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Optional<UserView>> guess = () -> guessUntilHeard("wrong");
            for (var done :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> guess).toList())) {
                assertThat(done.get()).isEmpty();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(signIn(owner.email(), PASSWORD)).isEmpty();
    }

    @Test
    void waitForTheirHashWithoutATransaction() {
        // Outside of any transaction the store has no connection; only the two short steps bring one.
        var steps = new ArrayList<String>();
        var users = new Users();
        users.attempts = new SignInAttempts() {
            @Override
            public Optional<Known> known(String email) {
                steps.add("read");
                return Optional.of(new Known(owner.id(), "hash"));
            }

            @Override
            public Optional<UserView> settle(Known known, boolean passwordIsRight) {
                steps.add("settled " + passwordIsRight);
                return Optional.of(owner);
            }
        };
        users.passwords = new CheapPasswords() {
            @Override
            boolean matches(String password, String phc) {
                steps.add("hashed");
                return true;
            }
        };

        assertThat(users.signIn(owner.email(), PASSWORD)).contains(owner);
        assertThat(steps).containsExactly("read", "hashed", "settled true");
    }

    @Test
    void doNotGetInWithAPasswordThatWasChangedMeanwhile() {
        var stale = new SignInAttempts.Known(owner.id(), "another hash");

        Optional<UserView> signedIn = with(users -> users.attempts.settle(stale, true));
        assertThat(signedIn).isEmpty();
    }

    @Test
    void areAddedByThoseWhoMay() {
        var agent = with(users -> users.add(owner, someone(Role.AGENT)));

        assertThat(everybody()).extracting(UserView::id).containsExactlyInAnyOrder(owner.id(), agent.id());
        assertRefused(FailureCode.PERMISSION_DENIED, users -> users.add(agent, someone(Role.VIEWER)));
    }

    @Test
    void becomeOwnersOnlyByTheHandOfAnOwner() {
        var admin = with(users -> users.add(owner, someone(Role.ADMIN)));

        assertRefused(FailureCode.PERMISSION_DENIED, users -> users.add(admin, someone(Role.OWNER)));
        assertRefused(FailureCode.PERMISSION_DENIED, users -> users.changeRole(admin, admin.id(), Role.OWNER));
        assertRefused(FailureCode.PERMISSION_DENIED, users -> users.changeRole(admin, owner.id(), Role.VIEWER));
    }

    @Test
    void alwaysLeaveAnOwner() {
        assertRefused(FailureCode.CONFLICT, users -> users.changeRole(owner, owner.id(), Role.ADMIN));
        assertRefused(FailureCode.CONFLICT, users -> {
            users.remove(owner, owner.id());
            return null;
        });

        with(users -> users.add(owner, someone(Role.OWNER)));
        assertThat(with(users -> users.changeRole(owner, owner.id(), Role.ADMIN))
                        .role())
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void areNotFoundFromAnotherWorkspace() {
        var stranger = new UserView(ids.next(), ids.next(), "x@example.com", "X", Role.OWNER, clock.instant(), null);

        assertRefused(FailureCode.NOT_FOUND, users -> users.changeRole(stranger, owner.id(), Role.VIEWER));
    }

    @Test
    void haveAnAddressOfTheirOwn() {
        var wish = new NewUser(owner.email(), "Twin", Role.AGENT, PASSWORD);

        assertRefused(FailureCode.CONFLICT, users -> users.add(owner, wish));
    }

    @Test
    void changeTheirPasswordWhenTheyKnowTheOldOne() {
        assertRefused(FailureCode.VALIDATION_FAILED, users -> {
            users.changePassword(owner, "wrong", "another password");
            return null;
        });
        assertThat(passwordChanged.events).isEmpty();

        with(users -> {
            users.changePassword(owner, PASSWORD, "another password");
            return null;
        });

        assertThat(signIn(owner.email(), "another password")).isPresent();
        assertThat(signIn(owner.email(), PASSWORD)).isEmpty();
        assertThat(passwordChanged.events)
                .as("who keeps what the old one has opened closes it")
                .containsExactly(new PasswordChanged(owner.id()));
    }

    private void assertRefused(FailureCode code, Function<Users, ?> work) {
        assertThatThrownBy(() -> with(work))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** On a busy machine a guess may be turned away unheard, which counts for nothing: then it is made again. */
    private Optional<UserView> guessUntilHeard(String password) {
        while (true) {
            try {
                return signIn(owner.email(), password);
            } catch (RequestFailed busy) {
                assertThat(busy.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE);
            }
        }
    }

    private Optional<UserView> signIn(String email, String password) {
        return with(users -> users.signIn(email, password));
    }

    private List<UserView> everybody() {
        return with(users -> users.list(owner.workspaceId()));
    }

    private static NewUser someone(Role role) {
        return new NewUser(UUID.randomUUID() + "@example.com", "Someone", role, PASSWORD);
    }

    private <T> T with(Function<Users, T> work) {
        return database.inTransaction(entities -> {
            var users = new Users();
            users.store = store(entities);
            users.passwords = PASSWORDS;
            users.attempts = new SignInAttempts();
            users.attempts.store = users.store;
            users.attempts.clock = clock;
            users.ids = ids;
            users.clock = clock;
            users.passwordChanged = passwordChanged;
            users.audit = new AuditTrail() {
                @Override
                public void record(
                        UUID workspace, String actor, String action, String subject, Map<String, String> details) {
                    assertThat(List.of(actor, action, subject)).doesNotContain("");
                }
            };
            return work.apply(users);
        });
    }

    private static UserStore store(EntityManager entities) {
        var store = new UserStore();
        store.entities = entities;
        return store;
    }
}
