package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InFlightRingTest {
    private static final UUID FIRST = UUID.fromString("0193d000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0193d000-0000-7000-8000-000000000002");

    @TempDir
    Path folder;

    @Test
    void remembersWhatWasOnTheWireWhenTheProcessEnded() throws Exception {
        var ring = recovered("boot-1");
        ring.enter(FIRST);
        ring.leave(ring.enter(SECOND));

        var next = open("boot-1");

        assertThat(next.isTrusted()).isTrue();
        assertThat(next.found()).containsExactly(FIRST);
    }

    @Test
    void isNotBelievedAfterTheMachineWasRestarted() throws Exception {
        recovered("boot-1").enter(FIRST);

        assertThat(open("boot-2").isTrusted()).isFalse();
    }

    @Test
    void isNotBelievedEitherWhenTheRecoveryAfterThatRestartWasInterrupted() throws Exception {
        recovered("boot-1").enter(FIRST);
        open("boot-2");

        assertThat(open("boot-2").isTrusted()).isFalse();
    }

    @Test
    void isNotBelievedWhenAnotherNodeHasWrittenIt() throws Exception {
        recovered("boot-1").enter(FIRST);

        assertThat(new InFlightRing(folder.resolve("in-flight"), "another", "boot-1").isTrusted())
                .isFalse();
    }

    @Test
    void aNewFileIsNotBelieved() throws Exception {
        assertThat(open("boot-1").isTrusted()).isFalse();
    }

    @Test
    void isFoundAgainWhenRecoveryItselfIsInterrupted() throws Exception {
        open("boot-1").enter(FIRST);
        var interrupted = open("boot-1");
        assertThat(interrupted.found()).containsExactly(FIRST);

        assertThat(open("boot-1").found()).containsExactly(FIRST);
    }

    @Test
    void forgetsWhatRecoveryHasSettled() throws Exception {
        open("boot-1").enter(FIRST);
        var ring = open("boot-1");

        ring.forgetFound();

        assertThat(open("boot-1").found()).isEmpty();
    }

    private InFlightRing open(String bootId) throws Exception {
        return new InFlightRing(folder.resolve("in-flight"), "node", bootId);
    }

    private InFlightRing recovered(String bootId) throws Exception {
        var ring = open(bootId);
        ring.forgetFound();
        return ring;
    }
}
