package org.chasqui.messaging.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.sql.SqlFailed;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemarkDeskTest {
    private static final UUID WORKSPACE = new UUID(1, 1);
    /** Stands for what the database does not take. */
    private static final String BAD = "14155550666";

    private final RemarkDesk desk = new RemarkDesk();
    private final List<Remark> written = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch all = new CountDownLatch(1);

    @AfterEach
    void stop() {
        desk.stop();
    }

    private static Remark says(String peer) {
        return new Remark(WORKSPACE, peer, Map.of("1", "Ana"), List.of(), List.of());
    }

    private static ContactView person(Remark remark) {
        return new ContactView(
                UUID.nameUUIDFromBytes(remark.peer().getBytes(StandardCharsets.UTF_8)),
                remark.workspaceId(),
                remark.peer(),
                null,
                null,
                null,
                null,
                null,
                Json.mapper().createObjectNode(),
                List.of(),
                List.of(),
                People.NOW,
                People.NOW);
    }

    private void begin(String state) {
        desk.writer = new RemarkWriter() {
            @Override
            public List<ContactView> write(List<Remark> remarks) {
                busy.countDown();
                await(all);
                if (remarks.stream().anyMatch(one -> one.peer().equals(BAD))) {
                    throw new SqlFailed("saving contacts", new SQLException("no", state));
                }
                written.addAll(remarks);
                return remarks.stream().map(RemarkDeskTest::person).toList();
            }
        };
        desk.start(new DatabaseReady());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoIsAnsweredHasBeenWritten() {
        all.countDown();
        begin("22021");

        assertThat(desk.note(says("14155550001"))).isEqualTo(person(says("14155550001")));
        assertThat(written).extracting(Remark::peer).containsExactly("14155550001");
    }

    @Test
    void whatTheDatabaseDoesNotTakeFailsNobodyElse() throws Exception {
        begin("22021");
        var callers = Executors.newCachedThreadPool();
        try {
            var first = callers.submit(() -> desk.note(says("14155550001")));
            await(busy);
            var bad = callers.submit(() -> desk.note(says(BAD)));
            var good = callers.submit(() -> desk.note(says("14155550002")));
            all.countDown();

            assertThat(first.get().phone()).isEqualTo("14155550001");
            assertThat(good.get().phone()).isEqualTo("14155550002");
            assertThat(written).extracting(Remark::peer).containsExactlyInAnyOrder("14155550001", "14155550002");
            assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(RequestFailed.class);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldAtOnce() {
        all.countDown();
        begin("08006");

        assertThatThrownBy(() -> desk.note(says(BAD)))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE));
    }

    @Test
    void beforeTheDatabaseIsReadyNothingIsTaken() {
        assertThatThrownBy(() -> desk.note(says(BAD)))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE));
    }
}
