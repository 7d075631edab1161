package org.chasqui.web.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.messaging.messages.Attempt;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.StatusStep;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The time line of a message: what has happened, what is still ahead, and where the time went.
 *
 * <p>Meta's clock gives whole seconds and is not ours. Steps stand in the order in which they must have happened, and a
 * gap that the two clocks cannot tell is "less than a second", never an invented figure.
 */
public final class Flight {
    private static final Texts TEXTS = Texts.of("messages");
    private static final List<MessageStatus> PATH = List.of(
            MessageStatus.QUEUED,
            MessageStatus.SENDING,
            MessageStatus.ACCEPTED,
            MessageStatus.SENT,
            MessageStatus.DELIVERED,
            MessageStatus.READ);
    private static final Set<MessageStatus> META_TIME =
            Set.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ, MessageStatus.PLAYED);
    private static final Set<MessageStatus> ENDS =
            Set.of(MessageStatus.FAILED, MessageStatus.EXPIRED, MessageStatus.CANCELLED);

    private final MessageView message;
    private final List<Attempt> attempts;
    private final Map<MessageStatus, Instant> times = new EnumMap<>(MessageStatus.class);
    private final List<FlightStep> steps;

    Flight(MessageView message, List<Attempt> attempts) {
        this.message = message;
        this.attempts = List.copyOf(attempts);
        message.steps().forEach(step -> times.putIfAbsent(step.status(), step.at()));
        this.steps = List.copyOf(line());
    }

    private List<FlightStep> line() {
        var known = ordered();
        var line = new ArrayList<FlightStep>();
        StatusStep before = null;
        for (var step : known) {
            line.add(new FlightStep(
                    step.status(), step.at(), note(step.status()), before == null ? null : gap(before, step)));
            before = step;
        }
        if (message.direction() == Direction.OUTBOUND) {
            ahead(known).forEach(status -> line.add(new FlightStep(status, null, "", null)));
        }
        return line;
    }

    /** In the order of the path; an end stands where its time puts it. */
    private List<StatusStep> ordered() {
        var steps = new ArrayList<>(message.steps().stream()
                .filter(step -> !ENDS.contains(step.status()))
                .sorted(Comparator.comparingInt(step -> rank(step.status())))
                .toList());
        for (var end : message.steps().stream()
                .filter(step -> ENDS.contains(step.status()))
                .toList()) {
            int place = 0;
            for (int i = 0; i < steps.size(); i++) {
                // Within the second that Meta's clock rounds away, the end comes last.
                if (!steps.get(i).at().isAfter(end.at().plusSeconds(1))) {
                    place = i + 1;
                }
            }
            steps.add(place, end);
        }
        return steps;
    }

    private static int rank(MessageStatus status) {
        return switch (status) {
            // What a person wrote is there before anybody reads it.
            case RECEIVED -> 0;
            case SENDING -> 10;
            case UNCERTAIN -> 15;
            default -> status.code() * 10;
        };
    }

    private List<MessageStatus> ahead(List<StatusStep> known) {
        if (times.containsKey(MessageStatus.EXPIRED) || times.containsKey(MessageStatus.CANCELLED)) {
            return List.of();
        }
        var furthest = known.stream()
                .map(StatusStep::status)
                .filter(PATH::contains)
                .mapToInt(PATH::indexOf)
                .max()
                .orElse(-1);
        var ahead = PATH.subList(furthest + 1, PATH.size());
        var failed = message.status() == MessageStatus.FAILED;
        return failed
                ? ahead.stream().filter(status -> META_TIME.contains(status)).toList()
                : ahead;
    }

    private String gap(StatusStep from, StatusStep to) {
        var gap = Duration.between(from.at(), to.at());
        // That we have read a message of a person is told by our own clock.
        var rounded = message.direction() == Direction.OUTBOUND
                && (META_TIME.contains(from.status()) || META_TIME.contains(to.status()));
        if (gap.isNegative() || rounded && gap.toMillis() < 1_000 && isWholeSecond(to)) {
            return TEXTS.get("gap.less");
        }
        return Formats.duration(gap);
    }

    private static boolean isWholeSecond(StatusStep step) {
        return step.at().getNano() == 0;
    }

    private String note(MessageStatus status) {
        return switch (status) {
            case QUEUED -> TEXTS.get("note.QUEUED", TEXTS.getOr("lane." + message.category(), "utility"));
            case SENDING ->
                attempts.isEmpty()
                        ? TEXTS.get("note.SENDING.plain")
                        : TEXTS.get("note.SENDING", last().number(), AttemptRow.shortened(last().node()));
            case ACCEPTED -> accepted();
            case FAILED -> failed();
            case RECEIVED, UNCERTAIN, EXPIRED, CANCELLED -> TEXTS.get("note." + status);
            case READ -> TEXTS.get(message.direction() == Direction.INBOUND ? "note.READ.inbound" : "note.webhook");
            default -> TEXTS.get("note.webhook");
        };
    }

    private String accepted() {
        return attempts.stream()
                .filter(attempt -> attempt.outcome().equals("accepted"))
                .findFirst()
                .map(attempt -> TEXTS.get(
                        "note.ACCEPTED",
                        String.valueOf(attempt.httpStatus()),
                        Formats.duration(Duration.ofMillis(attempt.durationMillis()))))
                .orElseGet(() -> TEXTS.get("note.ACCEPTED.plain"));
    }

    private String failed() {
        var error = message.error();
        if (error == null || error.code() == 0) {
            return TEXTS.get("note.FAILED.ours");
        }
        var key = times.containsKey(MessageStatus.ACCEPTED) ? "note.FAILED.webhook" : "note.FAILED.call";
        return TEXTS.get(key, Integer.toString(error.code()));
    }

    private Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    public List<FlightStep> getSteps() {
        return steps;
    }

    /** The whole in words: how long it took to the phone, or that it waits. */
    public String getSummary() {
        var queued = times.get(MessageStatus.QUEUED);
        if (queued == null) {
            return "";
        }
        for (var status : List.of(MessageStatus.DELIVERED, MessageStatus.READ)) {
            var at = times.get(status);
            if (at != null) {
                var took = Duration.between(queued, at);
                return TEXTS.get(
                        status == MessageStatus.DELIVERED ? "flight.delivered" : "flight.read",
                        took.toMillis() <= 0 ? TEXTS.get("gap.less") : Formats.duration(took));
            }
        }
        return message.status() == MessageStatus.QUEUED ? TEXTS.get("flight.wait") : "";
    }

    /** Where the time went on the way to the phone; empty until it is delivered. */
    public List<Share> getShares() {
        var queued = times.get(MessageStatus.QUEUED);
        var sending = times.get(MessageStatus.SENDING);
        var accepted = times.get(MessageStatus.ACCEPTED);
        var delivered = times.get(MessageStatus.DELIVERED);
        if (queued == null || sending == null || accepted == null || delivered == null) {
            return List.of();
        }
        return List.of(
                new Share("ours", millis(queued, sending)),
                new Share("meta", millis(sending, accepted)),
                new Share("phone", millis(accepted, delivered)));
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }

    /** A part of the way and how long it took. */
    public static final class Share {
        private final String key;
        private final long millis;

        Share(String key, long millis) {
            this.key = key;
            this.millis = millis;
        }

        public String getKey() {
            return key;
        }

        public String getTitle() {
            return TEXTS.get("bar." + key);
        }

        /** The weight in the bar; a part that took no time still shows. */
        public long getWeight() {
            return Math.max(1, millis);
        }

        public String getText() {
            return Formats.duration(Duration.ofMillis(millis));
        }
    }

    /** The first step's time, for the head of the page; null never for a stored message. */
    public @Nullable Instant getBegan() {
        return steps.isEmpty() ? null : steps.get(0).getAt();
    }
}
