package org.chasqui.web.shell;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.chasqui.campaigns.campaigns.CampaignMoved;
import org.chasqui.messaging.bots.BotDecided;
import org.chasqui.messaging.bots.BotsChanged;
import org.chasqui.messaging.bots.HandoversMoved;
import org.chasqui.messaging.messages.MarkedRead;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.webhooks.DeliveriesSettled;
import org.chasqui.platform.accounts.NumberChanged;
import org.chasqui.platform.accounts.onboarding.OnboardingMoved;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.templates.templates.TemplateChanged;

/**
 * Tells open pages that something has changed; they then ask for what they show. A hint carries no data and may be lost:
 * pages also look by themselves from time to time. At most one hint a second goes out per workspace, whatever the load.
 */
@ApplicationScoped
public class Live {
    private static final long PAUSE_MILLIS = 700;

    @Inject
    @Push(channel = "console")
    PushContext push;

    @Resource
    ManagedScheduledExecutorService executor;

    private final Set<UUID> hinted = ConcurrentHashMap.newKeySet();

    /** Made while the application starts: on a background thread the container would not give it its executor. */
    void start(@Observes DatabaseReady ready) {
        hinted.clear();
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesMoved event) {
        event.moves().forEach(move -> hint(move.workspaceId()));
    }

    void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) MarkedRead event) {
        hint(event.workspaceId());
    }

    void settled(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesSettled event) {
        hint(event.workspaceId());
    }

    void onboarded(@Observes OnboardingMoved event) {
        hint(event.workspaceId());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NumberChanged event) {
        hint(event.number().workspaceId());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TemplateChanged event) {
        hint(event.template().workspaceId());
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) CampaignMoved event) {
        hint(event.workspaceId());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BotsChanged event) {
        hint(event.workspaceId());
    }

    void decided(@Observes(during = TransactionPhase.AFTER_SUCCESS) BotDecided event) {
        hint(event.workspaceId());
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) HandoversMoved event) {
        event.changes().forEach(change -> hint(change.conversation().workspaceId()));
    }

    private void hint(UUID workspaceId) {
        // A hint that waits to go out stands for all that happens until then.
        if (hinted.add(workspaceId)) {
            executor.schedule(() -> tell(workspaceId), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell(UUID workspaceId) {
        hinted.remove(workspaceId);
        push.send("moved", workspaceId.toString());
    }
}
