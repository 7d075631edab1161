package org.chasqui.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.BacklogGuard;
import org.chasqui.platform.accounts.Obstacle;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** How sending goes, for pages; the counts are seconds old. */
@ApplicationScoped
public class DispatchHealth {
    @Inject
    PhoneNumbers numbers;

    @Inject
    Holds holds;

    @Inject
    BacklogGuard backlog;

    @Inject
    Dispatcher dispatcher;

    /** One entry for each number of the workspace. */
    public List<NumberHealth> numbers(UUID workspaceId) {
        return numbers.list(workspaceId).stream().map(number -> of(number.id())).toList();
    }

    private NumberHealth of(UUID numberId) {
        var obstacle = numbers.obstacle(numberId);
        var hold = holds.of(numberId);
        var counts = backlog.of(numberId);
        return new NumberHealth(
                numberId,
                obstacle.map(Obstacle::reason).orElseGet(() -> reason(hold)),
                obstacle.isPresent() ? obstacle.get().until() : hold == null ? null : hold.until(),
                counts.waiting(),
                counts.uncertain(),
                dispatcher.sentPerSecond(numberId));
    }

    private static @Nullable String reason(Holds.@Nullable Hold hold) {
        if (hold == null) {
            return null;
        }
        return hold.code() == null ? hold.reason() : hold.reason() + " (" + hold.code() + ")";
    }
}
