package org.chasqui.api.botmaker.notifications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.chats.Variables;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.campaigns.campaigns.CampaignLists;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /notifications}: templates to many people, and what became of them. */
@ApplicationScoped
class NotificationEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/v2.0/notifications";
    private static final int CREATED = 201;
    private static final int PAGE = 500;
    private static final int PEOPLE = 2_000;
    private static final int LONGEST_NAME = 200;

    @Inject
    Notifications notifications;

    @Inject
    NotificationStore store;

    @Inject
    Recipients recipients;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH + "/campaigns", this::gatherings)
                .writes("POST", PATH + "/campaigns", this::gather)
                .sends("POST", PATH, this::send)
                .reads("GET", PATH + "/sent-results", this::results)
                .reads("GET", PATH + "/sent-results/{idOrName}", this::result);
    }

    private Answer gatherings(BotmakerCall call) {
        var page = call.nextPage();
        var found = store.gatherings(
                call.client().workspaceId(), PAGE + 1, page.after().orElse(null));
        return page.page(found, PAGE, NotificationEndpoints::document, one -> BotmakerId.of(one.id()));
    }

    private Answer gather(BotmakerCall call) throws IOException {
        var given = call.arguments();
        var gathering = notifications.gather(
                call.client().workspaceId(), name(given), given.text("goal").orElse(null));
        return Answer.json(CREATED, document(gathering));
    }

    private static ObjectNode document(Gathering gathering) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", BotmakerId.of(gathering.id()))
                .put("name", gathering.name())
                .put("goal", gathering.goal())
                .put("active", true);
    }

    private Answer send(BotmakerCall call) throws IOException {
        var given = call.arguments();
        var sender = call.channel(given.demand("channelId"), "channelId");
        var people = given.objects("contacts").stream()
                .map(one -> new Notifications.Person(
                        one.demand("contactId"),
                        Variables.read(one),
                        one.text("webhookPayload").orElse(null)))
                .toList();
        if (people.isEmpty() || people.size() > CampaignLists.MOST_AT_ONCE) {
            throw RequestFailed.invalid("contacts", "must be 1 to " + CampaignLists.MOST_AT_ONCE + " contacts.");
        }
        var by = call.client().name();
        var notification = notifications.prepare(new Notifications.Wanted(
                given.demand("campaign").strip(),
                sender,
                name(given),
                given.demand("intentIdOrName"),
                people,
                by,
                call.reservedId()));
        notifications.begin(notification, by);
        return Answer.json(CREATED, document(notification));
    }

    private static String name(Arguments given) {
        var name = given.demand("name").strip();
        if (name.length() > LONGEST_NAME) {
            throw RequestFailed.invalid("name", "must have " + LONGEST_NAME + " characters at most.");
        }
        return name;
    }

    /** Those of numbers that the caller may not use are left out. */
    private Answer results(BotmakerCall call) {
        var page = call.nextPage();
        var found = store.notifications(
                call.client().workspaceId(), PAGE + 1, page.after().orElse(null));
        return page.page(
                found,
                PAGE,
                one -> isVisible(call, one) ? document(one) : null,
                one -> BotmakerId.of(one.campaignId()));
    }

    /** The counts of a notification, and below them, page by page, what became of each person. */
    private Answer result(BotmakerCall call) {
        var idOrName = call.variable("idOrName");
        var notification = store.notification(
                        call.client().workspaceId(), BotmakerId.parse(idOrName).orElse(null), idOrName)
                .filter(one -> isVisible(call, one))
                .orElseThrow(() -> RequestFailed.notFound("notification", idOrName));
        var page = call.nextPage();
        // The counts before the people: who waits for a count finds whom it counts.
        var document = document(notification);
        var found = recipients.behind(notification, page.place(), PEOPLE + 1);
        return page.page(document, found, PEOPLE, Recipients.Told::document, one -> Long.toString(one.position()));
    }

    private boolean isVisible(BotmakerCall call, Notification one) {
        return call.client().onlyNumber() == null
                || notifications
                        .campaign(one)
                        .filter(campaign -> call.client().mayUse(campaign.numberId()))
                        .isPresent();
    }

    private ObjectNode document(Notification notification) {
        var campaign = notifications.campaign(notification);
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("id", BotmakerId.of(notification.campaignId()))
                .put("name", notification.name())
                .put("campaign", notification.gathering().name())
                .put("creationTime", Times.iso(notification.createdAt()))
                .put(
                        "status",
                        campaign.map(one -> one.status())
                                .map(CampaignStatus::wireName)
                                .orElse("removed"))
                .put("statusReason", campaign.map(one -> one.reasonDetail()).orElse(null));
        count(document, campaign.map(one -> one.tally()).orElse(Tally.NOTHING));
        return document;
    }

    /** Each recipient is counted once by us, in his furthest state; Botmaker counts whoever has passed one. */
    static void count(ObjectNode document, Tally tally) {
        long read = tally.of(RecipientState.READ);
        long delivered = read + tally.of(RecipientState.DELIVERED);
        long sent = delivered + tally.of(RecipientState.SENT) + tally.of(RecipientState.ACCEPTED);
        long error = tally.of(RecipientState.FAILED)
                + tally.of(RecipientState.EXPIRED)
                + tally.of(RecipientState.UNCERTAIN)
                + tally.of(RecipientState.CANCELLED)
                + tally.of(RecipientState.SKIPPED);
        document.put("total", tally.total())
                .put("pending", tally.open())
                .put("sent", sent)
                .put("delivered", delivered)
                .put("read", read)
                .put("answered", tally.replied())
                .put("error", error);
    }
}
