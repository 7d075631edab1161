package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.chasqui.platform.accounts.NumberHistory.Line;
import org.chasqui.platform.accounts.NumberHistory.Told;
import org.jspecify.annotations.Nullable;

/** Notes what has changed of numbers: in the history, and to whoever passes it on. */
@ApplicationScoped
class NumberChanges {
    /** Meta was asked. */
    static final String CHECK = "check";

    /** Meta told by itself. */
    static final String WEBHOOK = "webhook";

    @Inject
    NumberHistory history;

    @Inject
    Event<NumberChanged> changed;

    @Inject
    Clock clock;

    /**
     * Notes what differs from before.
     *
     * @param told the webhook that changed it; null when Graph was asked
     * @return how many things have changed
     */
    int note(ConnectedNumber number, NumberState before, @Nullable Told told) {
        var changes = before.changesTo(number.state(clock.instant()));
        var source = told == null ? CHECK : WEBHOOK;
        for (var change : changes) {
            history.add(
                    number.account,
                    number.id,
                    new Line(change.what().word(), change.before(), change.after(), source, told));
            tell(number, change, told);
        }
        return changes.size();
    }

    /** Notes something that Meta told of a number and that changed nothing that people watch. */
    void tellOnly(ConnectedNumber number, NumberChanged.What what, String word, Told told) {
        history.add(number.account, number.id, new Line(what.word(), null, word, WEBHOOK, told));
        tell(number, new NumberState.Change(what, null, word), told);
    }

    /** Notes something that Meta told of an account, or of a number without an event of its own. */
    void remember(Account account, @Nullable UUID numberId, String what, @Nullable String after, Told told) {
        history.add(account, numberId, new Line(what, null, after, WEBHOOK, told));
    }

    private void tell(ConnectedNumber number, NumberState.Change change, @Nullable Told told) {
        var now = clock.instant();
        var held = number.obstacle(now);
        changed.fire(new NumberChanged(
                number.view().sender(),
                held == null ? null : held.reason(),
                change.what(),
                change.before(),
                change.after(),
                told == null ? CHECK : WEBHOOK,
                told == null ? null : told.field(),
                told == null ? null : told.value(),
                now));
    }
}
