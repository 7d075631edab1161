package org.chasqui.messaging.bots;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is to do.
 *
 * @param reason why
 * @param detail more about it; null for nothing
 * @param ruleId the rule that decided; null when none did
 * @param actions what to do, in order; nothing means silence
 * @param welcomes whether the welcome is among the actions
 * @param asks whether the AI or the customer's server has to be asked, which answers then in place of the actions
 * @param trace what was looked at
 */
record Verdict(
        Reason reason,
        @Nullable String detail,
        @Nullable UUID ruleId,
        List<BotAction> actions,
        boolean welcomes,
        boolean asks,
        Trace trace) {

    static Verdict silent(Reason reason, @Nullable String detail, Trace trace) {
        return new Verdict(reason, detail, null, List.of(), false, false, trace);
    }

    /** Says something. */
    static Verdict of(Reason reason, @Nullable UUID ruleId, List<BotAction> actions, boolean welcomes, Trace trace) {
        return new Verdict(reason, null, ruleId, List.copyOf(actions), welcomes, false, trace);
    }

    /** What to do has to be asked for; the welcome may go before. */
    static Verdict asking(Reason reason, List<BotAction> before, Trace trace) {
        return new Verdict(reason, null, null, List.copyOf(before), !before.isEmpty(), true, trace);
    }

    Verdict with(Reason otherReason, @Nullable String otherDetail) {
        return new Verdict(otherReason, otherDetail, ruleId, actions, welcomes, asks, trace);
    }

    Verdict with(Trace other) {
        return new Verdict(reason, detail, ruleId, actions, welcomes, asks, other);
    }
}
