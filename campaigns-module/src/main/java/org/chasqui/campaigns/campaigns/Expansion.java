package org.chasqui.campaigns.campaigns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.campaigns.recipients.RecipientReader;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.RecipientStore;
import org.chasqui.campaigns.recipients.SkipReason;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;

/**
 * Hands recipients over to messaging, a batch in one transaction: the messages, the recipients' new state, the counts
 * and the cursor commit or fail together, under the lock of the campaign. A crash at any point leaves a batch whole or
 * not at all, and who has had his turn is never found waiting again.
 *
 * <p>Only some seconds of the number's rate are in the queue at a time, so that a pause has little to hold.
 */
@ApplicationScoped
class Expansion {
    static final int BATCH = 500;
    private static final Duration LOOK_AHEAD = Duration.ofSeconds(30);

    @Inject
    CampaignStore store;

    @Inject
    RecipientReader list;

    @Inject
    RecipientStore recipients;

    @Inject
    CampaignMessages messages;

    @Inject
    PeopleLimit limit;

    @Inject
    CampaignNews news;

    @Inject
    Clock clock;

    /**
     * Hands one batch over.
     *
     * @param readiness what Meta thinks of template and number, which must be good
     * @return how many recipients have had their turn; 0 when there is nothing to do now
     */
    @Transactional
    public int step(UUID campaignId, Readiness readiness) {
        var campaign = store.tryLock(campaignId)
                .filter(one -> one.stored() == CampaignStatus.RUNNING)
                .orElse(null);
        var template = readiness.template();
        var number = readiness.number();
        if (campaign == null || template == null || number == null) {
            return 0;
        }
        int room = room(campaign, number);
        if (room <= 0) {
            return 0;
        }
        var turn = list.waiting(campaignId, campaign.cursor(), room);
        if (turn.isEmpty()) {
            return 0;
        }
        var turns = accept(campaign, template, turn);
        recipients.handOver(campaignId, turns, now());
        store.cursor(campaignId, turn.get(turn.size() - 1).position());
        limit.reachedMore(
                number, turns.stream().filter(one -> one.messageId() != null).count());
        return turn.size();
    }

    /** How many may have their turn now: what the look-ahead and Meta's limit of people leave. */
    private int room(Campaign campaign, SenderNumber number) {
        long ahead = LOOK_AHEAD.toSeconds() * number.messagesPerSecond()
                - campaign.tally().of(RecipientState.QUEUED);
        var left = limit.left(number);
        boolean isHeld = PauseReason.MESSAGING_LIMIT.wireName().equals(campaign.reason());
        if (left.isPresent() && left.getAsLong() == 0 && campaign.tally().of(RecipientState.WAITING) > 0) {
            if (!isHeld) {
                hold(campaign, number);
            }
            return 0;
        }
        if (isHeld) {
            store.waitFor(campaign.id(), null, null);
            news.tell(campaign, Decision.of(StoryEntry.What.UNLIMITED, null), now());
        }
        return (int) Math.min(BATCH, Math.min(ahead, left.orElse(Long.MAX_VALUE)));
    }

    private void hold(Campaign campaign, SenderNumber number) {
        var why = "Meta lets the portfolio write to " + limit.limit(number).orElse(0) + " people in 24 hours ("
                + number.messagingLimit() + "), and that many have been. It goes on by itself.";
        store.waitFor(campaign.id(), PauseReason.MESSAGING_LIMIT, why);
        news.tell(campaign, new Decision(StoryEntry.What.LIMITED, null, PauseReason.MESSAGING_LIMIT, why), now());
    }

    private List<RecipientStore.Turn> accept(Campaign campaign, TemplateView template, List<RecipientRow> rows) {
        var wording = new Wording(template, tree(campaign.components()));
        var turns = new ArrayList<RecipientStore.@Nullable Turn>();
        var commands = new ArrayList<SendMessage>();
        for (var row : rows) {
            var filled = wording.of(row);
            if (filled.missing().isEmpty()) {
                commands.add(command(campaign, row, filled.content()));
                turns.add(null);
            } else {
                turns.add(new RecipientStore.Turn(
                        row.position(),
                        null,
                        SkipReason.MISSING_VARIABLE,
                        "no value for " + String.join(", ", filled.missing())));
            }
        }
        var given = (commands.isEmpty() ? List.<CampaignMessages.Given>of() : messages.accept(commands)).iterator();
        var done = new ArrayList<RecipientStore.Turn>();
        for (int i = 0; i < rows.size(); i++) {
            var skipped = turns.get(i);
            done.add(skipped == null ? turn(rows.get(i).position(), given.next()) : skipped);
        }
        return done;
    }

    private static SendMessage command(Campaign campaign, RecipientRow row, JsonNode content) {
        var peer = row.peer();
        return new SendMessage(
                campaign.workspaceId(),
                campaign.phoneNumberId(),
                peer == null ? row.written() : peer,
                "template",
                content,
                null,
                campaign.validity(),
                null,
                campaign.id());
    }

    private static RecipientStore.Turn turn(long position, CampaignMessages.Given given) {
        var refusal = given.refusal();
        if (refusal == null) {
            return new RecipientStore.Turn(position, given.messageId(), null, null);
        }
        return new RecipientStore.Turn(position, null, reason(refusal), refusal.getMessage());
    }

    private static SkipReason reason(RequestFailed refusal) {
        if (refusal.code() == FailureCode.RECIPIENT_OPTED_OUT) {
            return SkipReason.OPTED_OUT;
        }
        if (refusal.code() == FailureCode.TEMPLATE_NOT_APPROVED
                || refusal.code() == FailureCode.TEMPLATE_NOT_FOUND
                || refusal.code().isRetryable()) {
            // Not this recipient's fault: the whole batch waits, and the next look at the template pauses the campaign.
            throw refusal;
        }
        return SkipReason.REFUSED;
    }

    static JsonNode tree(String components) {
        try {
            return Json.mapper().readTree(components);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("components that are no JSON", impossible);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
