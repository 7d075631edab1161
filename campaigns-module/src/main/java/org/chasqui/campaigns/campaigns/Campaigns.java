package org.chasqui.campaigns.campaigns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;

/**
 * The front door of campaigns: what they are, and what is decided about them. Their lists are {@link CampaignLists}'.
 *
 * <pre>{@code
 * var campaign = campaigns.create(wish);
 * lists.add(campaign, List.of(NewRecipient.of("+5511955501234", "Ana", Map.of("1", "Ana"), null)));
 * campaigns.launch(campaign, "ana@example.com");
 * }</pre>
 */
@ApplicationScoped
public class Campaigns {
    private static final int DEFAULT_THRESHOLD = 25;
    private static final int LONGEST_NAME = 200;

    @Inject
    CampaignStore store;

    @Inject
    Steering steering;

    @Inject
    Conductor conductor;

    @Inject
    Lookout lookout;

    @Inject
    CampaignMessages messages;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Templates templates;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Keeps a new campaign, a draft or one that waits for its time.
     *
     * @throws RequestFailed VALIDATION_FAILED, TEMPLATE_NOT_FOUND
     */
    @Transactional
    public Campaign create(NewCampaign wish) {
        var reserved = wish.reservedId();
        var earlier = reserved == null ? Optional.<Campaign>empty() : store.find(wish.workspaceId(), reserved);
        if (earlier.isPresent()) {
            // The same request ran before a crash: what it wrote is its answer.
            return earlier.get();
        }
        var number = numbers.find(wish.workspaceId(), wish.phoneNumberId())
                .orElseThrow(() -> RequestFailed.invalid(
                        "phone_number_id",
                        "no number of this workspace has this id. GET /api/v1/whatsapp/phone_numbers lists them."));
        var template = template(wish, number);
        var campaign = campaign(wish, number, template);
        store.insert(campaign);
        if (wish.scheduledAt() != null) {
            steering.schedule(
                    campaign.id(),
                    Schedule.parse(wish.scheduledAt(), wish.timeZone(), clock.instant()),
                    wish.createdBy());
        }
        return demand(wish.workspaceId(), campaign.id());
    }

    private Campaign campaign(NewCampaign wish, SenderNumber number, TemplateView template) {
        var name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RequestFailed.invalid("name", "must have 1 to " + LONGEST_NAME + " characters.");
        }
        var components = wish.components() == null ? JsonNodeFactory.instance.arrayNode() : wish.components();
        if (!components.isArray()) {
            throw RequestFailed.invalid("components", "must be an array, as Graph takes it.");
        }
        int threshold = wish.errorThreshold() == null ? DEFAULT_THRESHOLD : wish.errorThreshold();
        if (threshold < 0 || threshold > 100) {
            throw RequestFailed.invalid("error_threshold", "must be from 0 (never) to 100 per cent.");
        }
        return new Campaign(
                wish.reservedId() == null ? ids.next() : wish.reservedId(),
                wish.workspaceId(),
                name,
                number.id(),
                number.accountId(),
                number.phoneNumberId(),
                template.name(),
                template.language(),
                template.category().toLowerCase(Locale.ROOT),
                components.toString(),
                CampaignStatus.DRAFT,
                null,
                null,
                null,
                wish.validity(),
                threshold,
                0,
                0,
                null,
                null,
                null,
                null,
                0,
                now(),
                wish.createdBy(),
                null,
                null,
                null,
                null,
                Tally.NOTHING);
    }

    private TemplateView template(NewCampaign wish, SenderNumber number) {
        var named = templates.list(wish.workspaceId()).stream()
                .filter(one -> one.accountId().equals(number.accountId()) && one.deletedAt() == null)
                .filter(one -> one.name().equals(wish.template()))
                .filter(one -> wish.language() == null || one.language().equals(wish.language()))
                .toList();
        if (named.isEmpty()) {
            throw new RequestFailed(
                    FailureCode.TEMPLATE_NOT_FOUND,
                    "The WABA of this number has no template " + wish.template()
                            + (wish.language() == null ? "." : " in the language " + wish.language() + "."));
        }
        if (named.size() > 1) {
            throw RequestFailed.invalid(
                    "language",
                    "is required, because the template exists in "
                            + String.join(
                                    ", ",
                                    named.stream().map(TemplateView::language).toList()) + ".");
        }
        if (named.get(0).category().equalsIgnoreCase("AUTHENTICATION")) {
            throw RequestFailed.invalid(
                    "template", "is for one-time codes, which go to one person each: send it as a message.");
        }
        return named.get(0);
    }

    /**
     * Campaigns of the workspace, newest first.
     *
     * @param numberId only those of this number; null for all
     * @param status only those in this status; null for all
     * @param before id of the last campaign of the page before; null for the first page
     */
    @Transactional
    public List<Campaign> list(
            UUID workspaceId,
            @Nullable UUID numberId,
            @Nullable CampaignStatus status,
            int limit,
            @Nullable UUID before) {
        return store.list(workspaceId, numberId, status, limit, before);
    }

    /** How many campaigns of the workspace are in each status; one that none is in is missing. */
    @Transactional
    public Map<CampaignStatus, Long> countByStatus(UUID workspaceId) {
        return store.countByStatus(workspaceId);
    }

    /** A campaign of the workspace. */
    @Transactional
    public Optional<Campaign> find(UUID workspaceId, UUID id) {
        return store.find(workspaceId, id);
    }

    /** The variables that each recipient must have for its template; empty when the template is gone. */
    public Set<String> variables(Campaign campaign) {
        var template = lookout.look(campaign).template();
        return template == null ? Set.of() : new Wording(template, Expansion.tree(campaign.components())).needs();
    }

    /** How many of its messages are being posted to Meta just now; they are among those that are queued. */
    public int sending(Campaign campaign) {
        return campaign.tally().open() == 0 ? 0 : messages.sending(campaign.id(), campaign.numberId());
    }

    /**
     * Begins now. See {@link Steering#launch}.
     *
     * @param actor who wants it, as the story of the campaign tells it; so with each decision
     */
    public Campaign launch(Campaign campaign, String actor) {
        steering.launch(campaign.id(), lookout.look(campaign), actor);
        return decided(campaign);
    }

    /** Has it begin at another time. */
    public Campaign schedule(Campaign campaign, String at, @Nullable String timeZone, String actor) {
        steering.schedule(campaign.id(), Schedule.parse(at, timeZone, clock.instant()), actor);
        return decided(campaign);
    }

    /** Pauses; what is being posted just now still goes. */
    public Campaign pause(Campaign campaign, String actor) {
        steering.pause(campaign.id(), actor);
        return decided(campaign);
    }

    /** Goes on. */
    public Campaign resume(Campaign campaign, String actor) {
        steering.resume(campaign.id(), lookout.look(campaign), actor);
        return decided(campaign);
    }

    /** Ends it. */
    public Campaign cancel(Campaign campaign, String actor) {
        steering.cancel(campaign.id(), actor);
        return decided(campaign);
    }

    /**
     * Tries those again whose message failed for a reason that may have passed, or has expired.
     *
     * @return how many
     */
    public int retry(Campaign campaign, String actor) {
        int again = steering.retry(campaign.id(), lookout.look(campaign), actor);
        conductor.wake();
        return again;
    }

    private Campaign decided(Campaign campaign) {
        conductor.wake();
        return demand(campaign.workspaceId(), campaign.id());
    }

    private Campaign demand(UUID workspaceId, UUID id) {
        return store.find(workspaceId, id).orElseThrow(() -> RequestFailed.notFound("campaign", id.toString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
