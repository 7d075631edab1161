package org.chasqui.api.botmaker.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.api.botmaker.templates.Filling;
import org.chasqui.api.botmaker.templates.TemplateChoice;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignLists;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.NewCampaign;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.contacts.Remark;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** Notifications are campaigns of ours: the same list, the same pace, the same report, in the dashboard too. */
@ApplicationScoped
class Notifications {
    @Inject
    NotificationStore store;

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignLists lists;

    @Inject
    TemplateChoice templates;

    @Inject
    Contacts contacts;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Somebody who is to get it.
     *
     * @param webhookPayload what the client wants to have back; null for nothing
     */
    record Person(
            String contactId, Variables said, @Nullable String webhookPayload) {}

    /**
     * A wish for a notification.
     *
     * @param reservedId id that an idempotency key has reserved for it; null to make a new one
     */
    record Wanted(
            String campaign,
            SenderNumber sender,
            String name,
            String intent,
            List<Person> people,
            String by,
            @Nullable UUID reservedId) {}

    /**
     * Makes a campaign in Botmaker's sense.
     *
     * @throws RequestFailed CONFLICT when there is one with the name
     */
    @Transactional
    public Gathering gather(UUID workspaceId, String name, @Nullable String goal) {
        var gathering = new Gathering(
                ids.next(), workspaceId, name, goal, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!store.add(gathering)) {
            throw new RequestFailed(FailureCode.CONFLICT, "There is a campaign with this name.");
        }
        return gathering;
    }

    /**
     * Makes a notification, all of it or nothing. It is not begun.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    @Transactional
    public Notification prepare(Wanted wanted) {
        var workspaceId = wanted.sender().workspaceId();
        var earlier = Optional.ofNullable(wanted.reservedId()).flatMap(id -> store.notification(workspaceId, id));
        if (earlier.isPresent()) {
            // The same call ran before a crash: what it wrote is its answer.
            return earlier.get();
        }
        var gathering = store.gathering(
                        workspaceId, BotmakerId.parse(wanted.campaign()).orElse(null), wanted.campaign())
                .orElseThrow(() -> RequestFailed.invalid(
                        "campaign", "there is no such campaign: POST /v2.0/notifications/campaigns makes one."));
        var template = templates
                .find(wanted.sender(), wanted.intent(), () -> null)
                .orElseThrow(() -> RequestFailed.invalid(
                        "intentIdOrName",
                        "there is no template with this name. A notification reaches people who have not written, to"
                                + " whom WhatsApp lets nothing but templates go."));
        var common = wanted.people().isEmpty()
                ? Map.<String, String>of()
                : wanted.people().get(0).said().values();
        var campaign = campaigns.create(new NewCampaign(
                workspaceId,
                wanted.name(),
                template.name(),
                wanted.sender().id().toString(),
                template.language(),
                Filling.fixed(template, common),
                null,
                null,
                null,
                null,
                wanted.by(),
                wanted.reservedId()));
        var notification = new Notification(campaign.id(), workspaceId, gathering, wanted.name(), campaign.createdAt());
        store.add(notification);
        putOn(campaign, notification, wanted.people());
        return notification;
    }

    private void putOn(Campaign campaign, Notification notification, List<Person> all) {
        var recipients = new ArrayList<NewRecipient>();
        var payloads = new HashMap<String, String>();
        var remarks = new ArrayList<Remark>();
        for (var one : all) {
            var recipient = NewRecipient.of(one.contactId(), null, variables(one.said()), null);
            recipients.add(recipient);
            var peer = recipient.peer();
            if (peer != null && !one.said().isEmpty()) {
                remarks.add(one.said().remark(campaign.workspaceId(), peer));
            }
            if (peer != null && one.webhookPayload() != null) {
                payloads.put(peer, one.webhookPayload());
            }
        }
        contacts.noteAll(remarks);
        lists.add(campaign, recipients);
        if (!payloads.isEmpty()) {
            store.addPayloads(notification, payloads);
        }
    }

    /** The name that templates here have for the end of the first address. */
    private static Map<String, String> variables(Variables said) {
        var values = new HashMap<>(said.values());
        var end = values.get("buttonUrl");
        if (end != null) {
            values.putIfAbsent("button.0", end);
        }
        return values;
    }

    /**
     * Begins a notification that was prepared, unless the same call has begun it before a crash; one that cannot begin is
     * cancelled, so that it does not begin unheard later.
     *
     * @throws RequestFailed why it cannot
     */
    void begin(Notification notification, String by) {
        var campaign = campaign(notification).orElseThrow();
        if (campaign.status() != CampaignStatus.DRAFT) {
            return;
        }
        try {
            campaigns.launch(campaign, by);
        } catch (RequestFailed refused) {
            campaigns.cancel(campaign, by);
            throw refused;
        }
    }

    /** The campaign of ours behind a notification; empty when somebody has removed it. */
    Optional<Campaign> campaign(Notification notification) {
        return campaigns.find(notification.workspaceId(), notification.campaignId());
    }
}
