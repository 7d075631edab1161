package org.chasqui.messaging.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Accepts many messages at once: all are handed to the desk before the first is waited for, so that they share commits. */
@ApplicationScoped
class Bulk {
    @Inject
    Acceptance acceptance;

    @Inject
    BacklogGuard backlog;

    @Inject
    AcceptDesk desk;

    /** A message on its way through the desk. */
    private record Waiting(
            SendMessage command,
            @Nullable Draft draft,
            @Nullable CompletableFuture<AcceptWriter.Accepted> written,
            @Nullable RequestFailed problem) {}

    List<Outcome> send(List<SendMessage> commands) {
        var waiting = new ArrayList<Waiting>(commands.size());
        for (var command : commands) {
            waiting.add(submit(command));
        }
        // One for all: a database that hangs must not be waited for a thousand times.
        long end = desk.endOfPatience();
        return waiting.stream().map(one -> outcome(one, end)).toList();
    }

    private Waiting submit(SendMessage command) {
        try {
            var sender = acceptance.sender(command);
            var draft = acceptance.draft(command, sender);
            backlog.check(sender, draft.lane(), draft.conversation().peer());
            return new Waiting(command, draft, desk.submit(draft), null);
        } catch (RequestFailed problem) {
            return new Waiting(command, null, null, problem);
        }
    }

    private Outcome outcome(Waiting one, long end) {
        try {
            if (one.draft == null || one.written == null) {
                throw one.problem == null ? new IllegalStateException("neither draft nor problem") : one.problem;
            }
            return new Outcome.Accepted(Messages.queued(one.command, one.draft, desk.await(one.written, end)));
        } catch (RequestFailed problem) {
            return new Outcome.Refused(problem);
        }
    }
}
