package org.chasqui.messaging.bots.ai;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.messaging.bots.BotView;

/** The turnstiles of the bots that have asked lately. A bot that was changed begins with a new one. */
@ApplicationScoped
class Turnstiles {
    private static final int MOST = 10_000;

    private final Cache<Key, Turnstile> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    @Inject
    Clock clock;

    private record Key(UUID botId, Instant changedAt) {}

    Turnstile of(BotView bot) {
        return known.get(new Key(bot.id(), bot.updatedAt()), key -> new Turnstile(clock));
    }
}
