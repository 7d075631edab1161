package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chasqui.platform.migrations.DatabaseReady;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions take effect when they are made, and not with the next beat: here there is none within the hour. */
class ConductorTest {
    private static final int PATIENCE = 60;
    private static final int AN_HOUR = 3_600_000;
    /** Milliseconds in which a turn that must not be would have begun. */
    private static final int A_WHILE = 500;

    private final UUID campaign = UUID.randomUUID();
    private final Semaphore looks = new Semaphore(0);
    private final Semaphore turns = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Conductor conductor = new Conductor();

    @BeforeEach
    void start() {
        conductor.beat = AN_HOUR;
        conductor.reader = new CampaignReader() {
            @Override
            public List<Campaign> live() {
                looks.release();
                return List.of(Given.campaign(campaign, CampaignStatus.PAUSED));
            }
        };
        conductor.batches = new Batches() {
            @Override
            public boolean next(UUID id) {
                turns.release();
                try {
                    return !goOn.await(PATIENCE, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    return false;
                }
            }
        };
        conductor.start(new DatabaseReady());
    }

    @AfterEach
    void stop() {
        conductor.stop();
    }

    @Test
    void aDecisionHasItsTurnAtOnce() throws InterruptedException {
        conductor.wake();

        assertThat(turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDecisionInTheMiddleOfATurnHasOneOfItsOwnRightBehind() throws InterruptedException {
        conductor.wake();
        assertThat(turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();

        conductor.wake();
        assertThat(looks.tryAcquire(2, PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(turns.availablePermits()).as("one turn at a time").isZero();
        goOn.countDown();

        assertThat(turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDecisionAboutCampaignsWhoseTurnsOverlapGivesEachOneTurnAndNotEndlessOnes() throws InterruptedException {
        var one = new Played(campaign);
        var other = new Played(UUID.randomUUID());
        conductor.reader = new CampaignReader() {
            @Override
            public List<Campaign> live() {
                looks.release();
                return List.of(one.paused(), other.paused());
            }
        };
        conductor.batches = new Batches() {
            @Override
            public boolean next(UUID id) {
                return id.equals(one.id()) ? one.turn() : other.turn();
            }
        };
        conductor.wake();
        one.demandTurn();
        other.demandTurn();

        conductor.wake();
        assertThat(looks.tryAcquire(2, PATIENCE, TimeUnit.SECONDS)).isTrue();
        one.ends().release();
        one.demandTurn();
        other.ends().release();
        other.demandTurn();
        one.ends().release();

        assertThat(one.turns().tryAcquire(A_WHILE, TimeUnit.MILLISECONDS))
                .as("a turn that nobody has decided about")
                .isFalse();
    }

    /** A campaign whose turns end when the test says so. */
    private record Played(UUID id, Semaphore turns, Semaphore ends) {
        private Played(UUID id) {
            this(id, new Semaphore(0), new Semaphore(0));
        }

        private Campaign paused() {
            return Given.campaign(id, CampaignStatus.PAUSED);
        }

        private boolean turn() {
            turns.release();
            try {
                return !ends.tryAcquire(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                return false;
            }
        }

        private void demandTurn() throws InterruptedException {
            assertThat(turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
        }
    }
}
