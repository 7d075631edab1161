package org.chasqui.messaging.bots;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What bots know of one conversation: who has it, what was said when, and how often. Times of the gateway's clock. */
final class BotState {
    /** Faster than a person reads and writes. */
    private static final Duration QUICK = Duration.ofSeconds(3);

    private static final int MOST_QUICK_TURNS = 8;
    private static final int MOST_SAME_REPLIES = 5;

    final UUID conversationId;
    final UUID workspaceId;
    final UUID numberId;
    boolean autoreply = true;

    @Nullable
    Instant handedOverAt;

    @Nullable
    Instant handedOverUntil;

    Handling.@Nullable Cause cause;

    @Nullable
    String assignee;

    @Nullable
    String note;

    @Nullable
    Instant returnedAt;

    @Nullable
    Instant welcomedAt;

    @Nullable
    Instant fallbackAt;

    @Nullable
    Instant awayAt;

    @Nullable
    Instant repliedAt;

    @Nullable
    Instant countedSince;

    int counted;
    byte @Nullable [] lastReply;
    int sameReplies;
    int quickTurns;

    @Nullable
    Instant silentUntil;

    BotState(UUID conversationId, UUID workspaceId, UUID numberId) {
        this.conversationId = conversationId;
        this.workspaceId = workspaceId;
        this.numberId = numberId;
    }

    /** Whether a person has the conversation. */
    boolean isWithPerson(Instant now) {
        return handedOverAt != null && (handedOverUntil == null || now.isBefore(handedOverUntil));
    }

    /** Whether the time of the person who had it is over, and nobody has noted it yet. */
    boolean isToReturn(Instant now) {
        return handedOverAt != null && !isWithPerson(now);
    }

    /**
     * A person has it from now on. One who has it already keeps it, longer if anything; what is new about it counts.
     *
     * @param time how long; zero for until it is given back
     * @return whether it was with the bot before
     */
    boolean handOver(Handling.Cause by, @Nullable String to, @Nullable String why, Duration time, Instant now) {
        boolean isNew = !isWithPerson(now);
        var end = time.isZero() ? null : now.plus(time);
        if (isNew) {
            handedOverAt = now;
            handedOverUntil = end;
            cause = by;
            assignee = null;
            note = null;
        } else if (handedOverUntil != null && (end == null || end.isAfter(handedOverUntil))) {
            handedOverUntil = end;
        }
        if (to != null) {
            assignee = to;
            cause = by;
        }
        if (why != null) {
            note = why;
        }
        return isNew;
    }

    /** As somebody has decided: for so long from now on, whatever was before. */
    void assign(@Nullable String to, @Nullable String why, Duration time, Instant now) {
        handOver(Handling.Cause.ASSIGNED, to, why, time, now);
        cause = Handling.Cause.ASSIGNED;
        assignee = to;
        handedOverUntil = time.isZero() ? null : now.plus(time);
    }

    /** It goes back to the bot. */
    void giveBack(Instant now) {
        handedOverAt = null;
        handedOverUntil = null;
        cause = null;
        assignee = null;
        note = null;
        returnedAt = now;
        // Whoever comes back is not a loop.
        quickTurns = 0;
        sameReplies = 0;
        silentUntil = null;
    }

    /** Whether it was answered as often as it may be for now. */
    boolean isExhausted(BotGuards guards, Instant now) {
        return countedSince != null
                && now.isBefore(countedSince.plus(guards.repliesWithin()))
                && counted >= guards.mostReplies();
    }

    /** Whether the bot keeps silent because it was talking to a machine. */
    boolean isSilenced(Instant now) {
        return silentUntil != null && now.isBefore(silentUntil);
    }

    /**
     * Notes that a turn begins.
     *
     * @param writtenAt when the first of its messages was written
     * @return whether the other side keeps answering faster than people do
     */
    boolean heard(Instant writtenAt) {
        boolean quick = repliedAt != null && writtenAt.isBefore(repliedAt.plus(QUICK));
        quickTurns = quick ? quickTurns + 1 : 0;
        return quickTurns >= MOST_QUICK_TURNS;
    }

    /** Whether this answer has been given too often in a row. */
    boolean isRepeating(byte[] reply, BotGuards guards, Instant now) {
        boolean lately = repliedAt != null && now.isBefore(repliedAt.plus(guards.repliesWithin()));
        return lately && Arrays.equals(reply, lastReply) && sameReplies >= MOST_SAME_REPLIES;
    }

    /** Notes an answer. */
    void replied(byte[] reply, BotGuards guards, Instant now) {
        sameReplies = Arrays.equals(reply, lastReply) ? sameReplies + 1 : 1;
        lastReply = reply;
        repliedAt = now;
        if (countedSince == null || !now.isBefore(countedSince.plus(guards.repliesWithin()))) {
            countedSince = now;
            counted = 0;
        }
        counted++;
    }

    /** Keeps silent for a while. */
    void silence(BotGuards guards, Instant now) {
        silentUntil = now.plus(guards.repliesWithin());
        quickTurns = 0;
        sameReplies = 0;
    }

    /**
     * Who has it.
     *
     * @param botId the bot of its number; null when none is linked
     * @param answering whether that bot may answer anything
     */
    Handling handling(@Nullable UUID botId, boolean answering, Instant now) {
        if (isWithPerson(now)) {
            return new Handling(
                    Handling.By.PERSON, botId, autoreply, handedOverAt, handedOverUntil, cause, assignee, note);
        }
        var by = answering && autoreply ? Handling.By.BOT : Handling.By.NOBODY;
        return new Handling(by, botId, autoreply, null, null, null, null, null);
    }
}
