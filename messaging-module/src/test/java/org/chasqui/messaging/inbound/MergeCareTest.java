package org.chasqui.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.chasqui.messaging.sql.SqlFailed;
import org.junit.jupiter.api.Test;

class MergeCareTest {
    private static final int LARGEST = 1_000;
    private static final RuntimeException MISTAKE = new IllegalStateException("a mistake of ours");

    private final MergeCare care = new MergeCare(LARGEST);

    @Test
    void aBatchThatFailsIsGoneThroughOneByOneUntilTheOneIsFound() {
        assertThat(care.failed(MISTAKE)).isEmpty();
        for (int good = 0; good < 500; good++) {
            assertThat(care.most()).isOne();
            care.merged(1);
        }

        assertThat(care.failed(new MergeFailed(77, MISTAKE))).isEmpty();
        assertThat(care.failed(new MergeFailed(77, MISTAKE))).isEmpty();
        assertThat(care.failed(new MergeFailed(77, MISTAKE))).hasValue(77);
    }

    @Test
    void takesManyAgainAfterTheBatchIsThrough() {
        care.failed(MISTAKE);
        for (int good = 0; good < LARGEST; good++) {
            care.merged(1);
        }

        assertThat(care.most()).isEqualTo(LARGEST);
    }

    @Test
    void takesManyAgainWhenNothingWaits() {
        care.failed(MISTAKE);
        care.merged(0);

        assertThat(care.most()).isEqualTo(LARGEST);
    }

    @Test
    void onlyTheSameOneIsSetAside() {
        care.failed(MISTAKE);
        care.failed(new MergeFailed(1, MISTAKE));
        care.failed(new MergeFailed(1, MISTAKE));

        assertThat(care.failed(new MergeFailed(2, MISTAKE))).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayBlamesNobody() {
        var away = new SqlFailed("merging", new SQLException("gone", "57P01"));
        for (int tries = 0; tries < 10; tries++) {
            assertThat(care.failed(new MergeFailed(1, away))).isEmpty();
        }
        assertThat(care.most()).isEqualTo(LARGEST);
    }
}
