package org.chasqui.analytics.rollups;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.platform.phone.Countries;
import org.jspecify.annotations.Nullable;

/**
 * What a move of a message adds to the counts, and takes away: everything that the message counted for before is taken away
 * and everything that it counts for now is added. So the moves of a message add up to what a single move from nothing would
 * add, in whatever order Meta told of its steps; which is how {@link Reconciliation} counts the messages themselves.
 */
final class Contribution {
    /** The campaign of a message that belongs to none. */
    static final UUID NO_CAMPAIGN = new UUID(0, 0);

    private final Move move;
    private final Tally tally;
    private final Instant hour;
    private final String category;
    private final String template;
    private final UUID campaign;

    private Contribution(Move move, Tally tally) {
        this.move = move;
        this.tally = tally;
        this.hour = move.createdAt().truncatedTo(ChronoUnit.HOURS);
        this.category = textOf(move.category());
        this.template = textOf(move.template());
        this.campaign = move.campaignId() == null ? NO_CAMPAIGN : move.campaignId();
    }

    /** Adds a move to the tally. */
    static void add(Move move, Tally tally) {
        new Contribution(move, tally).add();
    }

    private void add() {
        var steps = steps();
        tally.add(
                Sheet.HOURS,
                Key.of(
                        move.workspaceId(),
                        hour,
                        move.numberId(),
                        move.direction().code(),
                        category,
                        template),
                steps);
        if (move.direction() == Direction.INBOUND) {
            return;
        }
        var country = Countries.of(move.peer());
        tally.add(
                Sheet.CUBE,
                Key.of(move.workspaceId(), hour, move.numberId(), category, template, campaign, country),
                steps);
        if (!move.before().equals(move.after())) {
            addKnown(move.from(), move.before(), country, -1);
            addKnown(move.to(), move.after(), country, 1);
        }
    }

    private void addKnown(@Nullable MessageStatus status, Milestones known, String country, int sign) {
        addPrice(known, country, sign);
        if (status == MessageStatus.FAILED && known.errorCode() != null) {
            tally.add(
                    Sheet.ERRORS,
                    Key.of(
                            move.workspaceId(),
                            hour,
                            move.numberId(),
                            category,
                            template,
                            campaign,
                            country,
                            known.errorCode()),
                    sign);
        }
        for (var step : LatencyStep.values()) {
            step.millis(move.createdAt(), known)
                    .ifPresent(millis -> tally.add(
                            Sheet.LATENCIES,
                            Key.of(
                                    move.workspaceId(),
                                    hour,
                                    move.numberId(),
                                    category,
                                    step.code(),
                                    LatencyBuckets.of(millis)),
                            sign));
        }
    }

    private void addPrice(Milestones known, String country, int sign) {
        var price = known.pricing();
        if (price == null) {
            return;
        }
        tally.add(
                Sheet.PRICES,
                Key.of(
                        move.workspaceId(),
                        hour,
                        move.numberId(),
                        category,
                        template,
                        campaign,
                        country,
                        textOf(price.model()),
                        textOf(price.type()),
                        textOf(price.category()),
                        billable(price.billable())),
                sign);
    }

    private static int billable(@Nullable Boolean said) {
        return said == null ? -1 : said ? 1 : 0;
    }

    private long[] steps() {
        var counts = new long[Counter.values().length];
        for (var counter : Counter.values()) {
            counts[counter.ordinal()] = switch (counter) {
                case TOTAL -> move.from() == null ? 1 : 0;
                case ACCEPTED -> told(move.before().acceptedAt(), move.after().acceptedAt());
                case SENT -> told(move.before().sentAt(), move.after().sentAt());
                case DELIVERED -> told(move.before().deliveredAt(), move.after().deliveredAt());
                case READ -> told(move.before().readAt(), move.after().readAt());
                case REPLIED -> told(move.before().repliedAt(), move.after().repliedAt());
                case FAILED -> standing(MessageStatus.FAILED);
                case UNCERTAIN -> standing(MessageStatus.UNCERTAIN);
                case EXPIRED -> standing(MessageStatus.EXPIRED);
                case CANCELLED -> standing(MessageStatus.CANCELLED);
            };
        }
        return counts;
    }

    private static long told(@Nullable Instant before, @Nullable Instant after) {
        return (after == null ? 0 : 1) - (before == null ? 0 : 1);
    }

    private long standing(MessageStatus status) {
        return (move.to() == status ? 1 : 0) - (move.from() == status ? 1 : 0);
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }
}
