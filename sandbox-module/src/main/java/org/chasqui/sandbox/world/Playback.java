package org.chasqui.sandbox.world;

import java.io.IOException;
import org.chasqui.sandbox.meta.Course;
import org.chasqui.sandbox.meta.Status;

/** Plays the course of each message: each status at its time to the callback, and its acknowledgement to the journal. */
final class Playback {

    private static final System.Logger LOG = System.getLogger(Playback.class.getName());
    private static final int REPLY_AFTER_READ = 1_500;

    private final World world;

    Playback(World world) {
        this.world = world;
    }

    /** Starts, or goes on after a restart: steps that were acknowledged are skipped. */
    void begin(OutboundMessage message) {
        schedule(message, 0);
    }

    /** Sends the webhook of an inbound message. */
    void announce(InboundMessage message) {
        world.callbacks().submit(new Update.InboundUpdate(message, 0));
    }

    /** A webhook was answered with 200, or its account wants none. */
    void acknowledged(Update update) {
        if (update instanceof Update.NewsUpdate news) {
            world.news().acknowledged(news.notice());
            return;
        }
        try {
            if (update instanceof Update.StatusUpdate status) {
                OutboundMessage message = status.message();
                if (message.acknowledge(status.step())) {
                    world.journal()
                            .append(new JournalRecord.Acknowledged(
                                    message.facts().seq(), status.step()));
                }
                message.signalAcknowledged();
            } else if (update instanceof Update.InboundUpdate inbound
                    && inbound.message().acknowledge()) {
                long seq = inbound.message().facts().seq();
                world.journal().append(new JournalRecord.Acknowledged(seq, JournalRecord.INBOUND_STEP));
            }
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The sandbox cannot journal an acknowledged webhook: it comes again after a restart",
                    e);
        }
    }

    private void schedule(OutboundMessage message, int from) {
        int step = from;
        while (step < message.steps().size() && message.isAcknowledged(step)) {
            step++;
        }
        if (step < message.steps().size()) {
            int due = step;
            world.timetable().at(message.dueAt(step), () -> fire(message, due));
        }
    }

    private void fire(OutboundMessage message, int step) {
        if (!world.isCurrent(message.facts().seq())) {
            return;
        }
        Course.Step what = message.steps().get(step);
        message.reach(what.status(), message.dueAt(step));
        String detail = what.status() == Status.FAILED
                ? Integer.toString(message.facts().code())
                : "";
        world.log()
                .add(
                        world.clock().millis(),
                        LiveLog.Kind.STATUS,
                        message.number().id(),
                        message.facts().to(),
                        what.status().wire(),
                        detail,
                        what.after());
        for (int copy = 0; copy < what.copies(); copy++) {
            world.callbacks().submit(new Update.StatusUpdate(message, step, 0));
        }
        boolean last = step == message.steps().size() - 1;
        if (last && message.facts().course() == Course.REPLY) {
            long at = world.clock().millis() + REPLY_AFTER_READ;
            world.timetable()
                    .at(
                            at,
                            () -> world.receiving()
                                    .text(message.number(), message.facts().to(), "Yes"));
        }
        schedule(message, step + 1);
    }
}
