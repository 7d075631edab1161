package org.chasqui.api.botmaker.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResultHearersTest {
    private static final UUID SHOP = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final Set<UUID> wanting = new HashSet<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final ResultHearers hearers = new ResultHearers();

    ResultHearersTest() {
        hearers.store = new SubscriptionStore() {
            @Override
            public boolean wantsResults(UUID workspaceId) {
                looks.incrementAndGet();
                return wanting.contains(workspaceId);
            }
        };
    }

    @Test
    void callsAreAnsweredFromMemoryUntilSubscriptionsChange() {
        assertThat(hearers.areThere(SHOP)).isFalse();
        assertThat(hearers.areThere(SHOP)).isFalse();
        assertThat(looks).hasValue(1);

        wanting.add(SHOP);
        hearers.changed(new SubscriptionsChanged(SHOP));

        assertThat(hearers.areThere(SHOP)).isTrue();
        assertThat(hearers.areThere(OTHER)).isFalse();
    }
}
