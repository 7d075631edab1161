package org.chasqui.messaging.bots.ai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.chasqui.messaging.bots.BotUsage;
import org.chasqui.messaging.bots.BotView;

/**
 * Keeps a bot within its tokens of the day. What is used is counted by the endpoint and kept in the database; what is under
 * way on this node is estimated, so that many questions at once do not spend the same rest.
 */
@ApplicationScoped
class Budget {
    private final Map<UUID, Long> underWay = new ConcurrentHashMap<>();
    private ToLongFunction<UUID> usedToday = bot -> 0;

    /** For the container. */
    Budget() {}

    Budget(ToLongFunction<UUID> usedToday) {
        this.usedToday = usedToday;
    }

    @Inject
    void readFrom(BotUsage usage) {
        usedToday = usage::tokensToday;
    }

    /**
     * Asks, if the rest of the day's tokens is enough.
     *
     * @param estimate tokens that the question and its answer may take
     * @throws NoAnswer BUDGET_USED_UP, or what asking ends with
     */
    <T> T within(BotView bot, int estimate, Supplier<T> question) {
        var most = bot.ai().tokensPerDay();
        if (most == null) {
            return question.get();
        }
        long reserved = underWay.merge(bot.id(), (long) estimate, Long::sum);
        try {
            long used = usedToday.applyAsLong(bot.id());
            if (used + reserved > most) {
                throw new NoAnswer(Trouble.BUDGET_USED_UP, used + " of " + most + " tokens");
            }
            return question.get();
        } finally {
            underWay.computeIfPresent(bot.id(), (id, sum) -> sum == estimate ? null : sum - estimate);
        }
    }
}
