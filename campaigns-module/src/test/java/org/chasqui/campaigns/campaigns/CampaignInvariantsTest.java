package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens in whatever order, and wherever the process dies: the sum is whole after every step, nobody is written
 * to twice, and everybody is written to in the end. A seed that fails is run again by its number.
 */
class CampaignInvariantsTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();
    private static final int STEPS = 150;

    static LongStream seeds() {
        return LongStream.range(0, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSumIsWholeAndNobodyIsWrittenToTwice(long seed) {
        var random = new Random(seed);
        var world = new World(DATABASE);
        world.batches.size = 1 + random.nextInt(20);
        var list = list(random);
        list.stream()
                .filter(one -> one.peer() != null && random.nextInt(10) == 0)
                .forEach(one -> world.optedOut.add(String.valueOf(one.peer())));
        world.invite(list);
        world.launch();

        for (int i = 0; i < STEPS; i++) {
            anything(world, random);
            world.balances();
            world.nobodyTwice();
        }

        comeToAnEnd(world, random);
        world.balances();
        world.nobodyTwice();
        assertThat(world.campaign().tally().open()).isZero();
        if (world.campaign().stored() == CampaignStatus.RUNNING) {
            assertThat(world.campaign().status()).isEqualTo(CampaignStatus.FINISHED);
            assertThat(world.campaign().tally().of(RecipientState.CANCELLED)).isZero();
        }
    }

    /** Some usable people, some twice, some unusable, some without what the template needs. */
    private static List<NewRecipient> list(Random random) {
        var list = new ArrayList<NewRecipient>();
        for (int i = 0; i < 40 + random.nextInt(60); i++) {
            list.add(
                    switch (random.nextInt(12)) {
                        case 0 -> NewRecipient.of("no number", null, Map.of(), null);
                        case 1 -> NewRecipient.of("+1415555" + (8000 + i), null, Map.of("1", "Ana"), null);
                        case 2 -> World.person(random.nextInt(40));
                        default -> World.person(i);
                    });
        }
        return list;
    }

    private static void anything(World world, Random random) {
        if (random.nextInt(4) == 0) {
            DATABASE.crashAt(random.nextInt(9));
        } else if (random.nextInt(10) == 0) {
            DATABASE.crashAfterCommit();
        }
        try {
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3, 4 -> world.step();
                case 5 -> DATABASE.work(() -> world.steering.pause(world.id, "ana"));
                case 6, 7 -> DATABASE.work(() -> world.steering.resume(world.id, Given.ready(), "ana"));
                case 8 -> DATABASE.run(() -> world.steering.retry(world.id, Given.ready(), "ana"));
                case 9 -> DATABASE.work(() -> world.steering.judge(world.id));
                case 10 -> {
                    if (random.nextInt(12) == 0) {
                        DATABASE.work(() -> world.steering.cancel(world.id, "ana"));
                    }
                }
                case 11 -> DATABASE.run(() -> world.steering.sweep(world.id));
                case 12, 13 -> world.next();
                default -> world.meta(random);
            }
        } catch (CampaignDatabase.Crash | RequestFailed expected) {
            // A process that has died, or a decision that came too late.
        } finally {
            DATABASE.calm();
        }
    }

    private static void comeToAnEnd(World world, Random random) {
        for (int i = 0; i < 5_000 && world.campaign().tally().open() > 0; i++) {
            var status = world.campaign().stored();
            if (status == CampaignStatus.PAUSED) {
                DATABASE.work(() -> world.steering.resume(world.id, Given.ready(), "ana"));
            } else if (status == CampaignStatus.CANCELLED) {
                DATABASE.run(() -> world.steering.sweep(world.id));
            } else {
                world.next();
                world.step();
            }
            world.meta(random);
        }
    }

    @Test
    void aBatchIsWholeOrNotThereWhereverItDies() {
        for (int statement = 0; statement < 12; statement++) {
            var world = new World(DATABASE);
            world.invite(20);
            world.launch();
            DATABASE.crashAt(statement);
            boolean died = false;
            try {
                world.step();
            } catch (CampaignDatabase.Crash crash) {
                died = true;
            } finally {
                DATABASE.calm();
            }

            assertThat(DATABASE.number("select count(*) from sim_message where campaign_id = '" + world.id + "'"))
                    .as("died before statement " + statement)
                    .isEqualTo(died ? 0 : 20);
            world.balances();
            world.step();
            world.step();
            world.nobodyTwice();
            assertThat(world.campaign().tally().of(RecipientState.QUEUED)).isEqualTo(20);
        }
    }
}
