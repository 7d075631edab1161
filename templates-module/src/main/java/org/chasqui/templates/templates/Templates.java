package org.chasqui.templates.templates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.TemplateCatalog;
import org.chasqui.platform.accounts.NumberConnected;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.lint.LintReport;
import org.chasqui.templates.lint.Linter;
import org.chasqui.templates.parameters.ParameterCheck;
import org.jspecify.annotations.Nullable;

/**
 * The front door of templates: the templates of all WABAs, kept in step with Meta.
 *
 * <pre>{@code
 * var report = templates.lint(workspace, draft, null);
 * var template = templates.create(workspace, null, draft, "key shop");
 * }</pre>
 */
@ApplicationScoped
public class Templates implements TemplateCatalog {
    /** How stale an answer may be: a change made by another node reaches a sender within this time. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    /** A name that is not known is looked up at Meta, but not for every message that repeats the mistake. */
    private static final Duration BETWEEN_LOOKUPS = Duration.ofSeconds(30);

    /** Who looks at templates sees them as they were at most this long ago. */
    private static final Duration FRESH_FOR_EYES = Duration.ofMinutes(1);

    @Inject
    TemplateStore store;

    @Inject
    Submission submission;

    @Inject
    Synchronisation synchronisation;

    @Inject
    TemplateTimer timer;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    private final Cache<Key, Optional<CatalogTemplate>> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();
    private final Cache<UUID, Boolean> lookedUp = Caffeine.newBuilder()
            .expireAfterWrite(BETWEEN_LOOKUPS)
            .maximumSize(10_000)
            .build();
    private final Cache<UUID, Boolean> refreshed = Caffeine.newBuilder()
            .expireAfterWrite(FRESH_FOR_EYES)
            .maximumSize(10_000)
            .build();

    private record Key(UUID accountId, String name, String language) {}

    /** The templates of a workspace, by name and language, also those that were deleted. */
    public List<TemplateView> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    /** A template of the workspace by our id or by Meta's. */
    public Optional<TemplateView> get(UUID workspaceId, String ourIdOrMetaId) {
        try {
            return store.byId(workspaceId, UUID.fromString(ourIdOrMetaId));
        } catch (IllegalArgumentException noUuid) {
            return store.byMetaId(workspaceId, ourIdOrMetaId);
        }
    }

    /** The story of a template, the newest first. */
    public List<HistoryEntry> history(TemplateView template) {
        return store.history(template.id());
    }

    /** How often Meta still lets an approved template be edited within thirty days, 0 to 10. */
    public int editsLeft(TemplateView template) {
        return submission.editsLeft(template);
    }

    /** How fresh the templates of a workspace are, for each of its accounts. */
    public List<LastCheck> lastChecks(UUID workspaceId) {
        return store.checks(accounts(workspaceId).keySet());
    }

    /** Somebody looks: compares with Meta in the background unless that was done a moment ago. */
    public void look(UUID workspaceId) {
        if (refreshed.asMap().putIfAbsent(workspaceId, true) != null) {
            return;
        }
        var stale = clock.instant().minus(FRESH_FOR_EYES);
        boolean isFresh = lastChecks(workspaceId).stream().allMatch(check -> {
            var at = check.checkedAt();
            return at != null && at.isAfter(stale);
        });
        if (!isFresh) {
            timer.refresh(workspaceId);
        }
    }

    /**
     * What a reviewer may object to.
     *
     * @param phoneNumberId a number of the account whose other templates count; null for those of all accounts
     */
    public LintReport lint(UUID workspaceId, TemplateDraft draft, @Nullable String phoneNumberId) {
        var account = phoneNumberId == null
                ? null
                : number(workspaceId, phoneNumberId).accountId();
        var others = store.list(workspaceId).stream()
                .filter(other -> account == null || other.accountId().equals(account))
                .filter(other -> other.deletedAt() == null)
                .filter(other -> !other.name().equals(draft.name()))
                .map(Templates::other)
                .toList();
        return Linter.check(draft, others);
    }

    private static Linter.Other other(TemplateView view) {
        var shape = view.shape();
        return new Linter.Other(view.name(), view.language(), shape.body(), shape.footer());
    }

    /**
     * Hands a new template in.
     *
     * @param phoneNumberId a number of the account that shall have it, by our id or Meta's; null when the workspace has
     *     one account
     * @param actor who does it, for the story of the template
     * @throws RequestFailed VALIDATION_FAILED with all faults, CONFLICT when the name is taken, PROVIDER_REJECTED with
     *     Meta's words
     */
    public TemplateView create(UUID workspaceId, @Nullable String phoneNumberId, TemplateDraft draft, String actor) {
        var number = phoneNumberId == null ? onlyAccount(workspaceId) : number(workspaceId, phoneNumberId);
        return submission.create(number, draft, actor);
    }

    /**
     * Changes the parts, category or validity of a template; Meta reviews it again.
     *
     * @throws RequestFailed VALIDATION_FAILED with all faults, CONFLICT when Meta lets it not be edited now
     */
    public TemplateView edit(TemplateView template, TemplateDraft draft, String actor) {
        return submission.edit(numberOf(template), template, draft, actor);
    }

    /**
     * Deletes a template in one language, at Meta and here; its story stays. Meta blocks the name for thirty days.
     *
     * @throws RequestFailed CONFLICT for a disabled one
     */
    public void delete(TemplateView template, String actor) {
        if (template.deletedAt() == null) {
            submission.delete(numberOf(template), template, actor);
        }
    }

    /**
     * Compares the templates of a workspace with Meta now.
     *
     * @return how many changes that made
     * @throws RequestFailed when Meta refuses or cannot be reached
     */
    public int sync(UUID workspaceId) {
        return accounts(workspaceId).values().stream()
                .mapToInt(synchronisation::run)
                .sum();
    }

    /** Compares the templates of a number's account with Meta now; when Meta does not tell, the next round does. */
    public void refresh(SenderNumber number) {
        synchronisation.tryToRun(number);
    }

    @Override
    public Optional<CatalogTemplate> find(SenderNumber number, String name, String language) {
        var key = new Key(number.accountId(), name, language);
        var cached = known.getIfPresent(key);
        if (cached != null) {
            return cached;
        }
        var found = store.find(number.accountId(), name, language);
        if (found.isEmpty()
                && lookedUp.asMap().putIfAbsent(number.accountId(), true) == null
                && synchronisation.tryToRun(number)) {
            found = store.find(number.accountId(), name, language);
        }
        var template = found.map(Templates::catalogEntry);
        known.put(key, template);
        return template;
    }

    void connected(@Observes NumberConnected event) {
        synchronisation.tryToRun(event.number());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) TemplateChanged event) {
        var template = event.template();
        known.invalidate(new Key(template.accountId(), template.name(), template.language()));
    }

    /** One number of each account of a workspace. */
    private LinkedHashMap<UUID, SenderNumber> accounts(UUID workspaceId) {
        var accounts = new LinkedHashMap<UUID, SenderNumber>();
        numbers.list(workspaceId).forEach(number -> accounts.putIfAbsent(number.accountId(), number));
        return accounts;
    }

    private SenderNumber onlyAccount(UUID workspaceId) {
        var accounts = accounts(workspaceId);
        if (accounts.isEmpty()) {
            throw new RequestFailed(FailureCode.NUMBER_NOT_READY, "No account is connected: connect one first.");
        }
        if (accounts.size() > 1) {
            throw RequestFailed.invalid(
                    "phone_number_id",
                    "is required, because the workspace has " + accounts.size()
                            + " accounts: name a number of the one that shall have the template.");
        }
        return accounts.values().iterator().next();
    }

    private SenderNumber number(UUID workspaceId, String phoneNumberId) {
        return numbers.find(workspaceId, phoneNumberId)
                .orElseThrow(() -> RequestFailed.invalid(
                        "phone_number_id",
                        "no number of this workspace has this id. GET /api/v1/whatsapp/phone_numbers lists them."));
    }

    private SenderNumber numberOf(TemplateView template) {
        var number = accounts(template.workspaceId()).get(template.accountId());
        if (number == null) {
            throw new RequestFailed(
                    FailureCode.NUMBER_NOT_READY, "The account of this template is not connected any more.");
        }
        return number;
    }

    private static CatalogTemplate catalogEntry(TemplateView view) {
        var shape = view.shape();
        return new CatalogTemplate(
                view.name(),
                view.language(),
                view.status(),
                Sentences.whyNot(view),
                view.category(),
                components -> ParameterCheck.check(shape, components));
    }
}
