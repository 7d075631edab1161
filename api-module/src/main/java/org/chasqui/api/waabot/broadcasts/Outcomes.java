package org.chasqui.api.waabot.broadcasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** What became of the messages of broadcasts, as the ledger has it. */
@ApplicationScoped
class Outcomes {
    @Inject
    Broadcasts broadcasts;

    @Inject
    Messages messages;

    /** A broadcast as it stands now. */
    Report report(Broadcast broadcast) {
        var recipients = broadcasts.recipients(broadcast);
        var handed =
                recipients.stream().flatMap(row -> row.messageIds().stream()).toList();
        return Report.of(broadcast, recipients, messages.byIds(broadcast.workspaceId(), handed));
    }

    /** Takes back what still waits; the rest has left. */
    void cancel(UUID workspaceId, List<UUID> handed) {
        messages.byIds(workspaceId, handed).values().stream()
                .filter(message -> message.status() == MessageStatus.QUEUED)
                .forEach(message -> cancel(workspaceId, message.id()));
    }

    private void cancel(UUID workspaceId, UUID id) {
        try {
            messages.cancel(workspaceId, id);
        } catch (RequestFailed late) {
            if (late.code() != FailureCode.CONFLICT) {
                throw late;
            }
            // A sender was faster.
        }
    }
}
