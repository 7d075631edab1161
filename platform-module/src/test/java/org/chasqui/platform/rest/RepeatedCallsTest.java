package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.nodes.LivingProcess;
import org.chasqui.platform.rest.RepeatedCalls.Answered;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RepeatedCallsTest {
    private static TestDatabase database;

    private final UUID workspace = UUID.randomUUID();
    private final UUID owner = UUID.randomUUID();
    private final List<UUID> runs = new ArrayList<>();
    private final RepeatedCalls calls = new RepeatedCalls();

    RepeatedCallsTest() {
        var clock = new SettableClock();
        var ids = new Ids(clock);
        var process = new LivingProcess(database.dataSource(), ids);
        process.beat();
        calls.idempotency = new Idempotency(
                database.dataSource(),
                ids,
                clock,
                new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES]))),
                process);
    }

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void areAnsweredAgainAndNotDoneAgain() throws Exception {
        var first = once(owner, "{}", 200);
        var again = once(owner, "{}", 200);

        assertThat(first.isReplayed()).isFalse();
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(runs).hasSize(1);
    }

    @Test
    void areOthersWithOtherArgumentsOrOfSomebodyElse() throws Exception {
        once(owner, "{}", 200);

        assertThatThrownBy(() -> once(owner, "{\"to\":1}", 200))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.IDEMPOTENCY_CONFLICT));
        assertThat(once(UUID.randomUUID(), "{\"to\":1}", 200).isReplayed()).isFalse();
        assertThat(runs).hasSize(2);
    }

    @Test
    void whatWasRefusedMayBeCorrected() throws Exception {
        assertThatThrownBy(() -> calls.once(workspace, owner, "k", "POST /a", bytes("{}"), reserved -> {
                    throw RequestFailed.invalid("to", "is required.");
                }))
                .isInstanceOf(RequestFailed.class);

        assertThat(once(owner, "{\"to\":1}", 200).isReplayed()).isFalse();
    }

    @Test
    void whatFailedHereRunsAgainUnderTheSameId() throws Exception {
        assertThatThrownBy(() -> calls.once(workspace, owner, "k", "POST /a", bytes("{}"), reserved -> {
                    runs.add(reserved);
                    throw new IllegalStateException("after the half of it");
                }))
                .isInstanceOf(IllegalStateException.class);
        once(owner, "{}", 503);
        once(owner, "{}", 200);

        assertThat(runs).hasSize(3).containsOnly(runs.get(0));
    }

    @Test
    void aKeyIsPrintableAndShort() {
        assertThatThrownBy(() -> calls.once(workspace, owner, "a b", "POST /a", bytes("{}"), reserved -> answer(200)))
                .isInstanceOf(RequestFailed.class);
    }

    @Test
    void whatIsAnsweredLaterIsKeptWhenItIsAnswered() throws Exception {
        var work = new CompletableFuture<Answered>();
        var first = later(work);
        assertThat(first).isNotDone();
        assertThatThrownBy(() -> later(work))
                .as("while it is at work")
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.IDEMPOTENCY_IN_PROGRESS));

        work.complete(answer(200));

        assertThat(first.join().isReplayed()).isFalse();
        var again = later(new CompletableFuture<>());
        assertThat(again.join().isReplayed()).isTrue();
        assertThat(again.join().body()).isEqualTo(first.join().body());
        assertThat(once(owner, "{}", 200).isReplayed())
                .as("one way or the other")
                .isTrue();
        assertThat(runs).hasSize(1);
    }

    @Test
    void whatIsRefusedLaterMayBeCorrected() throws Exception {
        var work = new CompletableFuture<Answered>();
        var refused = later(work.thenApply(answered -> {
            throw RequestFailed.invalid("to", "is required.");
        }));

        work.complete(answer(200));

        assertThatThrownBy(refused::join).cause().isInstanceOf(RequestFailed.class);
        assertThat(once(owner, "{\"to\":1}", 200).isReplayed()).isFalse();
    }

    @Test
    void whatFailsLaterRunsAgainUnderTheSameId() throws Exception {
        var failing = new CompletableFuture<Answered>();
        var failed = later(failing);
        failing.completeExceptionally(new IllegalStateException("after the half of it"));
        assertThatThrownBy(failed::join).cause().isInstanceOf(IllegalStateException.class);

        later(CompletableFuture.completedFuture(answer(503))).join();
        assertThatThrownBy(() -> calls.onceLater(workspace, owner, "k", "POST /a", bytes("{}"), reserved -> {
                    runs.add(reserved);
                    throw RequestFailed.retryLater(FailureCode.SERVICE_UNAVAILABLE, "away", Duration.ofSeconds(1));
                }))
                .isInstanceOf(RequestFailed.class);
        assertThat(later(CompletableFuture.completedFuture(answer(200))).join().isReplayed())
                .isFalse();

        assertThat(runs).hasSize(4).containsOnly(runs.get(0));
    }

    /** Who is answered must be able to rely on it: an answer that could not be kept is none. */
    @Test
    void anAnswerThatCannotBeKeptIsNotGiven() throws Exception {
        var work = new CompletableFuture<Answered>();
        var first = later(work);
        calls.idempotency = new Idempotency() {
            @Override
            void store(Claim claim, Stored answer) {
                throw new IllegalStateException("the database is away");
            }
        };

        work.complete(answer(200));

        assertThat(first).isCompletedExceptionally();
    }

    private CompletableFuture<Answered> later(CompletionStage<Answered> work) throws IOException {
        return calls.onceLater(workspace, owner, "k", "POST /a", bytes("{}"), reserved -> {
                    runs.add(reserved);
                    return work;
                })
                .toCompletableFuture();
    }

    private Answered once(UUID who, String arguments, int status) throws IOException {
        return calls.once(workspace, who, "k", "POST /a", bytes(arguments), reserved -> {
            runs.add(reserved);
            return answer(status);
        });
    }

    private Answered answer(int status) {
        return new Answered(status, "application/json", bytes("{\"run\":" + runs.size() + "}"), false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
