package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.nodes.LivingProcess;
import org.chasqui.platform.rest.Idempotency.Afterwards;
import org.chasqui.platform.rest.Idempotency.Claim;
import org.chasqui.platform.rest.Idempotency.Refusal;
import org.chasqui.platform.rest.Idempotency.Stored;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final Fingerprint ONE = Fingerprint.of("POST /a", "{}".getBytes(StandardCharsets.UTF_8));
    private static final Fingerprint OTHER = Fingerprint.of("POST /b", "{}".getBytes(StandardCharsets.UTF_8));
    private static TestDatabase database;
    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock);
    private final UUID workspace = UUID.randomUUID();
    private final LivingProcess process = new LivingProcess(database.dataSource(), ids);
    private final Idempotency idempotency = on(process);

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @BeforeEach
    void live() {
        process.beat();
    }

    private Idempotency on(LivingProcess node) {
        return on(node, new AtomicBoolean());
    }

    /** The store of a node, whose way to the database can be broken. */
    private Idempotency on(LivingProcess node, AtomicBoolean isBroken) {
        var way = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (isBroken.get()) {
                        throw new SQLException("broken");
                    }
                    return method.invoke(database.dataSource(), arguments);
                });
        return new Idempotency(
                way, ids, clock, new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES]))), node);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void givesTheStoredAnswerToWhoRepeatsTheRequest() {
        idempotency.store(claim("k"), new Stored(200, "application/json", bytes("{\"id\":\"ñ\"}")));

        var again = (Stored) idempotency.begin(workspace, "k", ONE);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.mediaType()).isEqualTo("application/json");
        assertThat(again.body()).isEqualTo(bytes("{\"id\":\"ñ\"}"));
    }

    @Test
    void keepsAnswersUnreadable() throws SQLException {
        idempotency.store(claim("k"), new Stored(200, "application/json", bytes("cm_secret")));

        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select plt_idempotency::text from plt_idempotency")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain("cm_secret");
            }
        }
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        idempotency.store(claim("k"), new Stored(200, "application/json", bytes("{}")));

        assertThat(idempotency.begin(workspace, "k", OTHER)).isEqualTo(Refusal.OTHER_REQUEST);
    }

    @Test
    void knowsAnUploadByItsBytesOnceTheyHaveCome() {
        var begun = Fingerprint.ofUpload("POST /media");
        var whole = Fingerprint.ofUpload("POST /media", bytes("digest"));
        var claim = (Claim) idempotency.begin(workspace, "k", begun);
        assertThat(idempotency.begin(workspace, "k", begun)).isEqualTo(Refusal.IN_PROGRESS);

        idempotency.store(claim, new Stored(200, "application/json", bytes("{}")), whole);

        assertThat(idempotency.begin(workspace, "k", begun)).isEqualTo(Refusal.OTHER_REQUEST);
        assertThat(idempotency.begin(workspace, "k", whole)).isInstanceOf(Stored.class);
        assertThat(idempotency.begin(workspace, "k", Fingerprint.ofUpload("POST /media", bytes("other"))))
                .isEqualTo(Refusal.OTHER_REQUEST);
    }

    @Test
    void refusesAnotherRequestWhileTheFirstIsAtWork() {
        claim("k");

        assertThat(idempotency.begin(workspace, "k", OTHER)).isEqualTo(Refusal.OTHER_REQUEST);
    }

    @Test
    void letsOnlyOneOfManyRunAtATime() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        try {
            Callable<Idempotency.Outcome> begin = () -> idempotency.begin(workspace, "k", ONE);
            var outcomes = pool
                    .invokeAll(IntStream.range(0, 64).mapToObj(i -> begin).toList())
                    .stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();

            assertThat(outcomes).filteredOn(Claim.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Refusal.IN_PROGRESS::equals).hasSize(63);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void handsTheClaimOfADeadProcessOverWithItsReservedId() throws SQLException {
        var first = claim("k");
        die(process);

        var second = (Claim) on(another()).begin(workspace, "k", ONE);

        assertThat(second.reservedId()).isEqualTo(first.reservedId());
    }

    @Test
    void leavesTheClaimsOfALivingProcessAlone() throws SQLException {
        claim("k");
        die(another());
        clock.advance(Duration.ofMinutes(9));

        assertThat(on(another()).begin(workspace, "k", ONE)).isEqualTo(Refusal.IN_PROGRESS);
        assertThat(idempotency.begin(workspace, "k", ONE)).isEqualTo(Refusal.IN_PROGRESS);
    }

    @Test
    void leavesClaimsAloneThatWereTakenOverByALivingProcess() throws SQLException {
        claim("k");
        die(process);
        on(another()).begin(workspace, "k", ONE);

        assertThat(on(another()).begin(workspace, "k", ONE)).isEqualTo(Refusal.IN_PROGRESS);
    }

    @Test
    void handsAClaimOverThatItsProcessHasLostTrackOf() {
        var first = claim("k");
        clock.advance(Duration.ofMinutes(11));

        assertThat(claim("k").reservedId()).isEqualTo(first.reservedId());
    }

    @Test
    void doesNotLetALateFirstRunOverwriteTheSecond() throws SQLException {
        var first = claim("k");
        die(process);
        clock.advance(Duration.ofSeconds(1));
        var next = on(another());
        var second = (Claim) next.begin(workspace, "k", ONE);

        idempotency.store(first, new Stored(200, "application/json", bytes("late")));
        assertThat(next.begin(workspace, "k", ONE)).isEqualTo(Refusal.IN_PROGRESS);

        next.store(second, new Stored(200, "application/json", bytes("right")));
        assertThat(((Stored) next.begin(workspace, "k", ONE)).body()).isEqualTo(bytes("right"));
    }

    @Test
    void givesAClaimBackThatCouldNotBeSettledInTime() {
        var broken = new AtomicBoolean();
        var flaky = on(process, broken);
        var claim = (Claim) flaky.begin(workspace, "k", ONE);
        broken.set(true);
        assertThatThrownBy(() -> flaky.store(claim, new Stored(200, "application/json", bytes("{}"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(flaky::settleLate).isInstanceOf(IllegalStateException.class);
        broken.set(false);
        assertThat(flaky.begin(workspace, "k", ONE)).isEqualTo(Refusal.IN_PROGRESS);

        flaky.settleLate();

        assertThat(((Claim) flaky.begin(workspace, "k", ONE)).reservedId()).isEqualTo(claim.reservedId());
    }

    /** As when the database crashes between the commit and its answer. */
    @Test
    void givesBackAClaimThatWasMadeUnheard() {
        var lost = new AtomicBoolean(true);
        var deaf = new Idempotency(
                deafAfterCommit(lost),
                ids,
                clock,
                new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES]))),
                process);
        assertThatThrownBy(() -> deaf.begin(workspace, "k", ONE)).isInstanceOf(IllegalStateException.class);
        assertThat(idempotency.begin(workspace, "k", ONE)).isEqualTo(Refusal.IN_PROGRESS);
        lost.set(false);

        deaf.settleLate();

        assertThat(idempotency.begin(workspace, "k", ONE)).isInstanceOf(Claim.class);
    }

    /** Statements run, and their answers get lost. */
    private static DataSource deafAfterCommit(AtomicBoolean isDeaf) {
        return proxy(
                DataSource.class,
                database.dataSource(),
                (name, connection) -> proxy(
                        Connection.class,
                        connection,
                        (prepare, statement) -> proxy(PreparedStatement.class, statement, (execute, rows) -> {
                            if (execute.equals("executeQuery") && isDeaf.get()) {
                                throw new SQLException("broken off");
                            }
                            return rows;
                        })));
    }

    /** Calls go to the target; what becomes of their results is the caller's. */
    private static <T> T proxy(Class<T> type, Object target, Afterthought afterthought) {
        return type.cast(Proxy.newProxyInstance(
                IdempotencyTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    var result = method.invoke(target, arguments);
                    boolean isOpened = result instanceof Connection || result instanceof PreparedStatement;
                    return isOpened || method.getName().equals("executeQuery")
                            ? afterthought.on(method.getName(), result)
                            : result;
                }));
    }

    private interface Afterthought {
        Object on(String method, Object result) throws SQLException;
    }

    @Test
    void runsAgainUnderTheSameIdAfterAFaultOfOurs() {
        var first = claim("k");
        idempotency.unlock(first);

        assertThat(claim("k").reservedId()).isEqualTo(first.reservedId());
        assertThat(idempotency.begin(workspace, "k", OTHER)).isEqualTo(Refusal.OTHER_REQUEST);
    }

    @Test
    void letsTheRequestBeCorrectedAfterARefusal() {
        idempotency.forget(claim("k"));

        assertThat(idempotency.begin(workspace, "k", OTHER)).isInstanceOf(Claim.class);
    }

    @Test
    void keepsTheKeysOfWorkspacesApart() {
        claim("k");

        assertThat(idempotency.begin(UUID.randomUUID(), "k", OTHER)).isInstanceOf(Claim.class);
    }

    @Test
    void forgetsAfterTheTimeAndNotBefore() {
        idempotency.store(claim("k"), new Stored(200, "application/json", bytes("{}")));
        clock.advance(Duration.ofHours(25));

        idempotency.purge(Duration.ofHours(26));
        assertThat(idempotency.begin(workspace, "k", ONE)).isInstanceOf(Stored.class);
        idempotency.purge(Duration.ofHours(24));
        assertThat(idempotency.begin(workspace, "k", ONE)).isInstanceOf(Claim.class);
    }

    @Test
    void storesSuccessAndWhatMetaRefused() {
        assertThat(Idempotency.afterwards(200, null)).isEqualTo(Afterwards.STORE);
        assertThat(Idempotency.afterwards(400, error(FailureCode.PROVIDER_REJECTED)))
                .isEqualTo(Afterwards.STORE);
    }

    @Test
    void storesNoOtherRefusal() {
        for (var code : FailureCode.values()) {
            int status = HttpTerms.status(code);
            if (status < 500 && code != FailureCode.PROVIDER_REJECTED) {
                assertThat(Idempotency.afterwards(status, error(code)))
                        .as(code.name())
                        .isEqualTo(Afterwards.FORGET);
            }
            if (status >= 500) {
                assertThat(Idempotency.afterwards(status, error(code)))
                        .as(code.name())
                        .isEqualTo(Afterwards.KEEP_RESERVATION);
            }
        }
    }

    private LivingProcess another() {
        var another = new LivingProcess(database.dataSource(), ids);
        another.beat();
        return another;
    }

    /** As if the lease of a process had run out: nobody has heard of it for a while. */
    private static void die(LivingProcess process) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement =
                        connection.prepareStatement("update plt_process set alive_until = now() where id = ?")) {
            statement.setObject(1, process.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private Claim claim(String key) {
        return (Claim) idempotency.begin(workspace, key, ONE);
    }

    private static ErrorEnvelope error(FailureCode code) {
        return ErrorEnvelope.of(code, "x");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
