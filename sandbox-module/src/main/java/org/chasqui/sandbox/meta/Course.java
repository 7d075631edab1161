package org.chasqui.sandbox.meta;

import java.util.ArrayList;
import java.util.List;

/** What becomes of an accepted message: which statuses follow, when, and how often each is delivered. */
public enum Course {
    /** sent, delivered, read; a voice message is played too, a reaction is only sent. */
    NORMAL,
    /** No status at all. */
    SILENT,
    /** sent, then nothing: the phone is switched off. */
    SENT_ONLY,
    /** sent and delivered, never read. */
    UNREAD,
    /** sent and read: Meta leaves delivered out when both happen at once. */
    READ_WITHOUT_DELIVERED,
    /** Each status three times. */
    DUPLICATED,
    /** read first, then delivered, then sent. */
    REVERSED,
    /** sent is delivered to the callback before the request is answered. */
    BEFORE_ANSWER,
    /** Everything a minute later. */
    LATE,
    /** Only failed. */
    FAILED,
    /** sent, then failed. */
    FAILED_AFTER_SENT,
    /** failed, then delivered all the same: another device of the user got it. */
    DELIVERED_AFTER_FAILED,
    /** As normal, and the user answers. */
    REPLY;

    private static final int MINUTE = 60_000;
    private static final int PLAYED_AFTER_READ = 1_000;

    /** One status: {@code after} milliseconds from the acceptance, {@code copies} times. */
    public record Step(Status status, int after, int copies) {}

    /** The statuses in the order of their times. */
    public List<Step> steps(Delays delays, Kind kind) {
        int sent = delays.sent();
        int delivered = delays.delivered();
        int read = delays.read();
        return switch (this) {
            case SILENT -> List.of();
            case SENT_ONLY -> List.of(new Step(Status.SENT, sent, 1));
            case UNREAD -> List.of(new Step(Status.SENT, sent, 1), new Step(Status.DELIVERED, delivered, 1));
            case READ_WITHOUT_DELIVERED -> List.of(new Step(Status.SENT, sent, 1), new Step(Status.READ, read, 1));
            case REVERSED ->
                List.of(
                        new Step(Status.READ, sent, 1),
                        new Step(Status.DELIVERED, delivered, 1),
                        new Step(Status.SENT, read, 1));
            case BEFORE_ANSWER -> NORMAL.steps(new Delays(0, delivered, read), kind);
            case LATE -> NORMAL.steps(delays.plus(MINUTE), kind);
            case FAILED -> List.of(new Step(Status.FAILED, sent, 1));
            case FAILED_AFTER_SENT -> List.of(new Step(Status.SENT, sent, 1), new Step(Status.FAILED, delivered, 1));
            case DELIVERED_AFTER_FAILED ->
                List.of(
                        new Step(Status.SENT, sent, 1),
                        new Step(Status.FAILED, delivered, 1),
                        new Step(Status.DELIVERED, read, 1));
            case NORMAL, DUPLICATED, REPLY -> usual(delays, kind, this == DUPLICATED ? 3 : 1);
        };
    }

    private static List<Step> usual(Delays delays, Kind kind, int copies) {
        List<Step> steps = new ArrayList<>(4);
        steps.add(new Step(Status.SENT, delays.sent(), copies));
        if (kind != Kind.REACTION) {
            steps.add(new Step(Status.DELIVERED, delays.delivered(), copies));
            steps.add(new Step(Status.READ, delays.read(), copies));
        }
        if (kind == Kind.VOICE) {
            steps.add(new Step(Status.PLAYED, delays.read() + PLAYED_AFTER_READ, copies));
        }
        return steps;
    }

    /** What decides about the statuses that are possible. */
    public enum Kind {
        ORDINARY,
        REACTION,
        VOICE
    }
}
