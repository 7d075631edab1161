package org.chasqui.messaging.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstBatchMayEnd = new CountDownLatch(1);
    private final CountDownLatch firstBatchBegan = new CountDownLatch(1);
    private Batcher<Integer, Integer> batcher;

    @AfterEach
    void stop() {
        firstBatchMayEnd.countDown();
        batcher.stop();
    }

    @Test
    void whatGathersDuringACommitSharesTheNext() throws Exception {
        batcher = started(100);
        var first = batcher.submit(1);
        assertThat(firstBatchBegan.await(30, TimeUnit.SECONDS)).isTrue();
        var others = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 2; i <= 11; i++) {
            others.add(batcher.submit(i));
        }
        firstBatchMayEnd.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(10);
        assertThat(others.get(9).get(30, TimeUnit.SECONDS)).isEqualTo(110);
        assertThat(sizes).containsExactly(1, 10);
    }

    @Test
    void oneBadItemDoesNotFailTheOthers() throws Exception {
        batcher = started(100);
        batcher.submit(1);
        assertThat(firstBatchBegan.await(30, TimeUnit.SECONDS)).isTrue();
        var good = batcher.submit(2);
        var bad = batcher.submit(-1);
        var alsoGood = batcher.submit(3);
        firstBatchMayEnd.countDown();

        assertThat(good.get(30, TimeUnit.SECONDS)).isEqualTo(20);
        assertThat(alsoGood.get(30, TimeUnit.SECONDS)).isEqualTo(30);
        assertThatThrownBy(() -> bad.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void anErrorIsToldToWhoWaitsAndTheWorkerGoesOn() throws Exception {
        batcher = new Batcher<>(
                "test",
                10,
                10,
                items -> {
                    if (items.contains(-1)) {
                        throw new StackOverflowError();
                    }
                    return items;
                },
                failed -> true);
        batcher.start(BackgroundThreads.FACTORY, 1);

        assertThatThrownBy(() -> batcher.submit(-1).get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(batcher.submit(7).get(5, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void refusesWhenTooMuchWaits() throws Exception {
        batcher = started(2);
        batcher.submit(1);
        assertThat(firstBatchBegan.await(30, TimeUnit.SECONDS)).isTrue();
        batcher.submit(2);
        batcher.submit(3);

        var refused = batcher.submit(4);

        assertThatThrownBy(refused::join).hasCauseInstanceOf(Batcher.Full.class);
    }

    private Batcher<Integer, Integer> started(int capacity) {
        var made = new Batcher<Integer, Integer>("test", capacity, 50, this::timesTen, failed -> true);
        made.start(Thread::new, 1);
        return made;
    }

    private List<Integer> timesTen(List<Integer> items) {
        if (items.contains(-1)) {
            throw new IllegalArgumentException("bad item");
        }
        sizes.add(items.size());
        firstBatchBegan.countDown();
        try {
            firstBatchMayEnd.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return items.stream().map(item -> item * 10).toList();
    }
}
