package org.chasqui.campaigns.campaigns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;

/** Keeps the story of each campaign and tells customers of it, in the transaction in which it happens. */
@ApplicationScoped
class CampaignNews {
    @Inject
    StoryStore story;

    @Inject
    EventLog events;

    @Inject
    Event<CampaignMoved> moved;

    /** Notes a decision, and tells whoever wants to know. */
    void tell(Campaign campaign, Decision decision, Instant at) {
        var tally = campaign.tally();
        var reason = decision.reason();
        story.add(
                campaign.id(),
                new StoryEntry(
                        at,
                        decision.what(),
                        decision.actor(),
                        reason == null ? null : reason.wireName(),
                        decision.detail(),
                        tally.total() - tally.open()));
        if (decision.what().isEvent()) {
            tellCustomers(campaign, decision, at);
        }
        moved.fire(new CampaignMoved(campaign.workspaceId(), campaign.id()));
    }

    private void tellCustomers(Campaign campaign, Decision decision, Instant at) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("campaign_id", campaign.id().toString());
        data.put("name", campaign.name());
        data.put("template", campaign.template()).put("language", campaign.language());
        data.put("phone_number_id", campaign.phoneNumberId());
        var reason = decision.reason();
        if (reason != null) {
            data.put("reason", reason.wireName()).put("detail", decision.detail());
        }
        var counts = data.putObject("counts");
        counts.put("total", campaign.tally().total());
        for (var state : RecipientState.values()) {
            counts.put(state.wireName(), campaign.tally().of(state));
        }
        counts.put("replied", campaign.tally().replied());
        var type = "campaign." + decision.what().wireName();
        events.record(List.of(new NewEvent(campaign.workspaceId(), type, campaign.numberId(), null, at, data)));
    }
}
