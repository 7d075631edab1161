package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.ledger.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recovery recovery = new Recovery();
    private Workbench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new Workbench(folder);
        recovery.ledger = bench.ledger;
        recovery.queue = bench.queue;
        recovery.openQueue = bench.database.openQueue();
        recovery.node = bench.node;
        recovery.moved = bench.moved;
        recovery.clock = Workbench.at(60);
    }

    @Test
    void codesThatHaveExpiredDoNotKeepALiveOneFromGoingAgain() {
        bench.database.execute(
                "insert into msg_queue (message_id, number_id, lane, peer, state, attempt, next_at, expires_at)"
                        + " select gen_random_uuid(), '" + bench.number + "', 0, 'p' || n, 2, 1, timestamptz '"
                        + Workbench.NOW.minusSeconds(3_600) + "', timestamptz '" + Workbench.NOW.minusSeconds(3_000)
                        + "' from generate_series(1, 1200) n");
        var live = uncertain(Lane.AUTHENTICATION);

        recovery.resendUncertainCodes(PATIENCE);

        assertThat(bench.entry(live)).isEqualTo("0 1 resend");
    }

    @Test
    void onlyCodesGoAgainByThemselves() {
        var held = uncertain(Lane.UTILITY);

        recovery.resendUncertainCodes(PATIENCE);

        assertThat(bench.entry(held)).isEqualTo("2 1");
    }

    @Test
    void whatWasNotPostedGoesBackAndIsStillASecondCallWhenItWasOne() {
        var message = uncertain(Lane.AUTHENTICATION);
        recovery.resendUncertainCodes(PATIENCE);
        bench.database.execute("update msg_queue set next_at = now() - interval '10 years'");
        bench.claim(Lane.AUTHENTICATION, 1);

        recovery.recoverOwn(true, Set.of());

        assertThat(bench.entry(message)).isEqualTo("0 1 resend");
    }

    /** The clock of this node is hours ahead of the database's, by which the other one has just been seen. */
    @Test
    void aNodeIsLostByTheClockOfTheDatabase() {
        var message = claimedByAnother("now()");

        recovery.recoverLostNodes();

        assertThat(bench.entry(message)).isEqualTo("1 1");
    }

    @Test
    void whatALostNodeHadClaimedIsUncertain() {
        var message = claimedByAnother("now() - interval '16 seconds'");

        recovery.recoverLostNodes();

        assertThat(bench.entry(message)).isEqualTo("2 1");
        assertThat(bench.status(message)).isEqualTo("" + MessageStatus.UNCERTAIN.code());
    }

    @Test
    void whatMetaCanTellNothingOfAnyMoreIsGivenUp() {
        var message = uncertain(Lane.UTILITY);

        recovery.clock = Workbench.at(Duration.ofDays(7).toSeconds());
        recovery.giveUpForgotten();
        assertThat(bench.entry(message)).as("Meta repeats for seven days").isEqualTo("2 1");

        recovery.clock = Workbench.at(Duration.ofDays(9).toSeconds());
        recovery.giveUpForgotten();
        assertThat(bench.entry(message)).isNull();
        assertThat(bench.status(message)).isEqualTo("" + MessageStatus.FAILED.code());
    }

    /** A message whose only call, at {@link Workbench#NOW}, ended without an answer. */
    private UUID uncertain(Lane lane) {
        var message = bench.queued(lane);
        bench.claim(lane, 1);
        bench.queue.holdUncertain(List.of(new Queue.Attempted(message, 1)), "ambiguous", Workbench.NOW);
        return message;
    }

    private UUID claimedByAnother(String seenAt) {
        var message = bench.queued(Lane.UTILITY);
        bench.claim(Lane.UTILITY, 1);
        bench.database.execute("update msg_queue set node = 'other'");
        bench.database.execute("insert into msg_node (node, boot_id, started_at, seen_at) values ('other', 'b', now(), "
                + seenAt + ")");
        return message;
    }
}
