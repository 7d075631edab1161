package org.chasqui.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chasqui.messaging.messages.Lane;
import org.junit.jupiter.api.Test;

class LaneSharesTest {
    private static final Map<Lane, Boolean> ALL_BUSY =
            Map.of(Lane.AUTHENTICATION, true, Lane.UTILITY, true, Lane.MARKETING, true);

    @Property
    void everyTokenIsSharedOut(@ForAll @IntRange(min = 0, max = 500) int tokens) {
        var shares = new LaneShares().share(tokens, ALL_BUSY);

        assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(tokens);
    }

    @Test
    void aNumberThatSendsOneAtATimeStarvesNoLane() {
        var shares = new LaneShares();
        var sums = new EnumMap<Lane, Integer>(Lane.class);
        for (int round = 0; round < 1_000; round++) {
            shares.share(1, ALL_BUSY).forEach((lane, tokens) -> sums.merge(lane, tokens, Integer::sum));
        }

        assertThat(sums.get(Lane.AUTHENTICATION)).isBetween(490, 510);
        assertThat(sums.get(Lane.MARKETING)).isBetween(50, 70);
    }

    @Test
    void aLoneLaneGetsEverything() {
        var shares = new LaneShares().share(20, Map.of(Lane.MARKETING, true));

        assertThat(shares.get(Lane.MARKETING)).isEqualTo(20);
    }
}
