package org.chasqui.messaging.bots;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.chasqui.messaging.contacts.Consent;
import org.jspecify.annotations.Nullable;

/** When a bot keeps silent, whatever was written. The first reason counts. */
final class Guards {
    /** An answer that comes later than this surprises more than it helps. */
    private static final Duration LATE = Duration.ofHours(1);

    private Guards() {}

    /**
     * A reason to keep silent.
     *
     * @param detail more about it; null for nothing
     */
    record Silence(Reason reason, @Nullable String detail) {
        static Optional<Silence> because(Reason reason, String detail) {
            return Optional.of(new Silence(reason, detail));
        }
    }

    /** Why nothing may be said; empty when something may. */
    static Optional<Silence> silence(Situation here) {
        var bot = here.bot();
        if (!bot.isAnswering()) {
            return Silence.because(
                    Reason.BOT_OFF, bot.active() ? "The bot may not reply." : "The bot is switched off.");
        }
        return ofPeople(here).or(() -> ofTime(here)).or(() -> ofMachines(here));
    }

    /** Who wants to be left alone, or is talking with somebody already. */
    private static Optional<Silence> ofPeople(Situation here) {
        var state = here.state();
        var now = here.now();
        if (!state.autoreply) {
            return Silence.because(
                    Reason.CONVERSATION_MUTED, "Automatic answers are switched off in this conversation.");
        }
        if (state.isWithPerson(now)) {
            return Silence.because(
                    Reason.WITH_A_PERSON,
                    state.handedOverUntil == null
                            ? "A person has the conversation until it is given back."
                            : "A person has the conversation until " + state.handedOverUntil + ".");
        }
        var answered = here.answeredAt();
        if (answered != null && !answered.isBefore(here.latest().createdAt())) {
            return Silence.because(Reason.ANSWERED_BY_A_PERSON, "Somebody answered before the bot.");
        }
        var contact = here.contact();
        if (contact != null && contact.consents().stream().anyMatch(Guards::wantsNoAnswer)) {
            return Silence.because(Reason.OPTED_OUT, "The person has opted out of answers.");
        }
        boolean inGroup = isInGroup(here);
        if (inGroup && !here.bot().settings().switches().replyToGroups()) {
            return Silence.because(Reason.GROUP, "It was written in a group.");
        }
        return Optional.empty();
    }

    /** Whoever wants no advertising still wants an answer to what he asks. */
    private static boolean wantsNoAnswer(Consent consent) {
        return consent.optedOut() && Set.of(Consent.ALL, Consent.SERVICE).contains(consent.category());
    }

    /** Meta names the group beside the message (Groups API). */
    private static boolean isInGroup(Situation here) {
        var extra = here.latest().notes().extra();
        return extra != null && extra.has("group_id");
    }

    private static Optional<Silence> ofTime(Situation here) {
        if (!here.conversation().isWindowOpenAt(here.now())) {
            return Silence.because(
                    Reason.WINDOW_CLOSED, "The customer service window is closed, so only templates are allowed.");
        }
        var age = Duration.between(here.latest().createdAt(), here.now());
        if (!here.catchingUp() && age.compareTo(LATE) > 0) {
            return Silence.because(
                    Reason.TOO_OLD, "It reached us " + age.toMinutes() + " minutes after it was written.");
        }
        return Optional.empty();
    }

    private static Optional<Silence> ofMachines(Situation here) {
        var guards = here.bot().settings().guards();
        if (here.state().isSilenced(here.now())) {
            return Silence.because(
                    Reason.LOOP,
                    "The other side answered like a machine; silent until " + here.state().silentUntil + ".");
        }
        if (here.state().isExhausted(guards, here.now())) {
            return Silence.because(
                    Reason.TOO_MANY_REPLIES,
                    "It has answered " + guards.mostReplies() + " times within "
                            + guards.repliesWithin().toMinutes() + " minutes.");
        }
        return Optional.empty();
    }
}
