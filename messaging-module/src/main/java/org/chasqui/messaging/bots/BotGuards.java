package org.chasqui.messaging.bots;

import java.time.Duration;
import java.util.List;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;

/**
 * What keeps a bot from being a nuisance. All durations in whole seconds.
 *
 * @param debounce how long it waits for a person to finish, 0 to 60 s; each message that comes within it begins it anew, up to
 *     four times as long in all
 * @param fallbackPause how long the fallback is not said again in a conversation
 * @param awayPause how long the away message is not said again in a conversation
 * @param handover how long a person has a conversation before it goes back to the bot; zero for until it is given back
 * @param mostReplies how many times it answers in a conversation within {@code repliesWithin}; then it is silent until that is
 *     over
 * @param repliesWithin 1 minute to 1 day
 */
public record BotGuards(
        Duration debounce,
        Duration fallbackPause,
        Duration awayPause,
        Duration handover,
        int mostReplies,
        Duration repliesWithin) {
    // Before the default, which is checked against them.
    private static final Duration LONGEST_DEBOUNCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);
    private static final int MOST_REPLIES = 1_000;

    /** Waits 2 s; repeats itself after 10 min and 6 h; a person has an hour; 30 answers in an hour. */
    public static final BotGuards DEFAULT = new BotGuards(
            Duration.ofSeconds(2),
            Duration.ofMinutes(10),
            Duration.ofHours(6),
            Duration.ofHours(1),
            30,
            Duration.ofHours(1));

    /**
     * Checks the bounds.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field that is out of them
     */
    public BotGuards {
        within("debounce_seconds", debounce, Duration.ZERO, LONGEST_DEBOUNCE);
        within("default_pause_seconds", fallbackPause, Duration.ZERO, LONGEST_PAUSE);
        within("away_pause_seconds", awayPause, Duration.ZERO, LONGEST_PAUSE);
        within("handover_seconds", handover, Duration.ZERO, LONGEST_PAUSE);
        within("replies_within_seconds", repliesWithin, Duration.ofMinutes(1), Duration.ofDays(1));
        if (mostReplies < 1 || mostReplies > MOST_REPLIES) {
            throw RequestFailed.invalid("most_replies", "must be from 1 to " + MOST_REPLIES + ".");
        }
    }

    private static void within(String field, Duration given, Duration least, Duration most) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw RequestFailed.invalid(List.of(new FieldError(
                    field, "must be from " + least.toSeconds() + " to " + most.toSeconds() + " seconds.")));
        }
    }
}
