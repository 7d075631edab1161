package org.chasqui.messaging.messages;

/**
 * Messages for which a step took longer than some time, and whose step is known at all.
 *
 * @param step what ends the time: {@code ACCEPTED} begins with our acceptance, {@code SENT} and {@code DELIVERED} with Meta's,
 *     {@code READ} with the delivery
 * @param longerThanMillis whole milliseconds, parts of one left out; -1 for all. A step that seems to end before it begins,
 *     because Meta tells whole seconds, took none
 */
public record Lasted(Milestone step, long longerThanMillis) {
    /** @throws IllegalArgumentException for a step whose time is not measured */
    public Lasted {
        if (step == Milestone.REPLIED) {
            throw new IllegalArgumentException("how long an answer takes is not measured");
        }
    }

    /** As SQL about a message {@code m}, with a question mark for the time. */
    String condition() {
        var end = "m." + step.wireName() + "_at";
        return "(%1$s is not null and %2$s is not null and greatest(0, floor(extract(epoch from %1$s - %2$s) * 1000)) > ?)"
                .formatted(end, begin());
    }

    private String begin() {
        return switch (step) {
            case ACCEPTED, REPLIED -> "m.created_at";
            case SENT, DELIVERED -> "m.accepted_at";
            case READ -> "m.delivered_at";
        };
    }
}
