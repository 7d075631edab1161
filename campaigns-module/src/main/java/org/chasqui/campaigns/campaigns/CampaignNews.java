package org.chasqui.campaigns.campaigns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.jspecify.annotations.Nullable;

/** Tells customers what becomes of campaigns, in the transaction in which it does. */
@ApplicationScoped
class CampaignNews {
    @Inject
    EventLog events;

    @Inject
    Event<CampaignMoved> moved;

    /** What has happened. */
    enum What {
        STARTED,
        PAUSED,
        RESUMED,
        FINISHED,
        CANCELLED
    }

    void tell(Campaign campaign, What what, @Nullable PauseReason reason, @Nullable String detail, Instant at) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("campaign_id", campaign.id().toString());
        data.put("name", campaign.name());
        data.put("template", campaign.template()).put("language", campaign.language());
        data.put("phone_number_id", campaign.phoneNumberId());
        if (reason != null) {
            data.put("reason", reason.wireName()).put("detail", detail);
        }
        var counts = data.putObject("counts");
        counts.put("total", campaign.tally().total());
        for (var state : RecipientState.values()) {
            counts.put(state.wireName(), campaign.tally().of(state));
        }
        counts.put("replied", campaign.tally().replied());
        var type = "campaign." + what.name().toLowerCase(Locale.ROOT);
        events.record(List.of(new NewEvent(campaign.workspaceId(), type, campaign.numberId(), null, at, data)));
        moved.fire(new CampaignMoved(campaign.workspaceId(), campaign.id()));
    }
}
