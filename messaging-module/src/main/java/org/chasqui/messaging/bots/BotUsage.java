package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the AIs of bots use. Written by the engine after each answer; an AI asks it before it spends more. */
@ApplicationScoped
public class BotUsage {

    /**
     * What a bot has used on a day.
     *
     * @param day UTC
     * @param calls how often its source was asked
     * @param failures how often that failed
     */
    public record Day(LocalDate day, int calls, int failures, long tokensIn, long tokensOut) {}

    /** Tokens that a bot has used today (UTC), in and out. */
    @Transactional
    public long tokensToday(UUID botId) {
        throw new UnsupportedOperationException("follows");
    }

    /** The latest days on which a bot has used anything, the newest first. */
    @Transactional
    public List<Day> latest(UUID workspaceId, UUID botId, int days) {
        throw new UnsupportedOperationException("follows");
    }
}
