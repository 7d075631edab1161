package org.chasqui.api.botmaker.notes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.api.botmaker.Failures;
import org.chasqui.api.botmaker.subscriptions.ResultHearers;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ReservedIds;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages over: when a call is answered they are stored and will be sent, and nobody waits for Meta. A closed service
 * window and the wish of a person not to be written to are told by webhook, as Botmaker does, with the code that Meta would have
 * answered; everything else that keeps a message out refuses the call.
 */
@ApplicationScoped
public class Outbox {
    /** What keeps a message out and is told later, with Meta's code for it. */
    private static final Map<FailureCode, Integer> TOLD_LATER = Map.of(
            FailureCode.OUTSIDE_SERVICE_WINDOW, 131_047, FailureCode.RECIPIENT_OPTED_OUT, Consent.STOPPED_AT_META);

    @Inject
    Messages messages;

    @Inject
    NoteDesk desk;

    @Inject
    Results results;

    @Inject
    ResultHearers hearers;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Sends what a call wants to be sent.
     *
     * @return the webhookNotificationId
     * @throws RequestFailed when nothing of it was taken, and that is not told later
     */
    public String send(Wish wish) {
        checkPayloads(wish);
        var reserved = wish.reservedId();
        var requestId = reserved == null ? BotmakerId.fresh() : BotmakerId.ofCall(reserved);
        var notes = notes(wish, requestId);
        // An event of a message may be told before the call is answered.
        desk.announce(notes);
        var outcomes = outcomes(wish, notes);
        noteTheRest(notes, outcomes);
        var problems = outcomes.stream()
                .flatMap(outcome -> outcome instanceof Outcome.Refused one ? Stream.of(one.problem()) : Stream.empty())
                .toList();
        var first = problems.isEmpty() ? null : problems.get(0);
        if (first != null && problems.size() == notes.size() && !TOLD_LATER.containsKey(first.code())) {
            throw first;
        }
        tell(wish, requestId, first);
        return requestId;
    }

    /** A note is written with the messages of others: what the database does not keep would fail them all. */
    private static void checkPayloads(Wish wish) {
        for (var message : wish.messages()) {
            var payload = message.webhookPayload();
            if (payload != null && payload.indexOf('\0') >= 0) {
                throw RequestFailed.invalid("webhookPayload", "has a character that cannot be kept.");
            }
        }
    }

    /** What was accepted without being stored has been stored by an earlier run of the same call. */
    private void noteTheRest(List<MessageNote> notes, List<Outcome> outcomes) {
        var rest = new ArrayList<MessageNote>();
        for (int i = 0; i < outcomes.size(); i++) {
            var note = notes.get(i);
            var outcome = outcomes.get(i);
            boolean isUndecided = outcome instanceof Outcome.Refused refused
                    && refused.problem().code() == FailureCode.SERVICE_UNAVAILABLE;
            if (!isUndecided && !desk.withdraw(note.messageId()) && outcome instanceof Outcome.Accepted) {
                rest.add(note);
            }
        }
        if (!rest.isEmpty()) {
            desk.add(rest);
        }
    }

    private List<MessageNote> notes(Wish wish, String requestId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var notes = new ArrayList<MessageNote>();
        for (var message : wish.messages()) {
            // Variables are told once, with the first message.
            var variables = notes.isEmpty() ? wish.variables() : null;
            notes.add(new MessageNote(idOf(wish, notes.size()), requestId, message.webhookPayload(), variables, now));
        }
        return notes;
    }

    private UUID idOf(Wish wish, int place) {
        var reserved = wish.reservedId();
        return reserved == null ? ids.next() : ReservedIds.ofMessage(reserved, place);
    }

    private List<Outcome> outcomes(Wish wish, List<MessageNote> notes) {
        var commands = new ArrayList<SendMessage>();
        for (int i = 0; i < notes.size(); i++) {
            var message = wish.messages().get(i);
            commands.add(new SendMessage(
                    wish.sender().workspaceId(),
                    wish.sender().id().toString(),
                    wish.to(),
                    message.type(),
                    message.content(),
                    null,
                    notes.get(i).messageId()));
        }
        if (commands.size() > 1) {
            return messages.sendAll(commands);
        }
        return commands.stream().map(this::outcome).toList();
    }

    private Outcome outcome(SendMessage command) {
        try {
            return new Outcome.Accepted(messages.send(command));
        } catch (RequestFailed refused) {
            return new Outcome.Refused(refused);
        }
    }

    /** A success is told only where somebody wants to hear of it. */
    private void tell(Wish wish, String requestId, @Nullable RequestFailed problem) {
        if (problem == null && !hearers.areThere(wish.sender().workspaceId())) {
            return;
        }
        var errors = problem == null ? JsonNodeFactory.instance.arrayNode() : Failures.errors(problem);
        var payload = wish.messages().stream()
                .flatMap(message -> Optional.ofNullable(message.webhookPayload()).stream())
                .findFirst()
                .orElse(null);
        var code = problem == null ? null : TOLD_LATER.get(problem.code());
        results.tell(new Result(requestId, wish.endpoint(), wish.sender(), wish.to(), payload, errors, code));
    }
}
