package org.chasqui.templates.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;

/**
 * The front door of drafts: kept until they are handed in or deleted. Who saves last wins.
 *
 * <pre>{@code
 * var saved = drafts.save(workspace, null, draft, "Ana");
 * var template = drafts.submit(saved, "Ana");
 * }</pre>
 */
@ApplicationScoped
public class Drafts {
    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_WORD = 40;

    /** Far more than the ten cards of a carousel fill. */
    private static final int MOST_JSON = 100_000;

    @Inject
    DraftStore store;

    @Inject
    Templates templates;

    @Inject
    PhoneNumbers numbers;

    /** The drafts of a workspace, the one saved last first. */
    public List<SavedDraft> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    /** A draft of the workspace; empty for an id that is none. */
    public Optional<SavedDraft> get(UUID workspaceId, String id) {
        try {
            return store.find(workspaceId, UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a draft of a new template.
     *
     * @param phoneNumberId a number of the account that shall have it, by our id or Meta's; null to leave that open
     * @param actor who does it
     * @throws RequestFailed VALIDATION_FAILED when it is too large to be a template or the number is unknown, CONFLICT
     *     when there are too many drafts
     */
    public SavedDraft save(UUID workspaceId, @Nullable String phoneNumberId, TemplateDraft draft, String actor) {
        checkSize(draft);
        return store.add(workspaceId, account(workspaceId, phoneNumberId), null, draft, actor);
    }

    /** Keeps a change of a template that is not handed in yet. */
    public SavedDraft saveChange(TemplateView template, TemplateDraft draft, String actor) {
        checkSize(draft);
        return store.add(template.workspaceId(), template.accountId(), template.id(), draft, actor);
    }

    /**
     * Keeps a draft as it is now.
     *
     * @param phoneNumberId as in {@link #save}; the draft of a change stays with the account of its template
     * @throws RequestFailed NOT_FOUND when it was handed in or deleted meanwhile
     */
    public SavedDraft replace(SavedDraft saved, @Nullable String phoneNumberId, TemplateDraft draft, String actor) {
        checkSize(draft);
        var account = saved.templateId() == null ? account(saved.workspaceId(), phoneNumberId) : saved.accountId();
        return store.replace(saved.workspaceId(), saved.id(), account, draft, actor)
                .orElseThrow(() -> RequestFailed.notFound("draft", saved.id().toString()));
    }

    /** Forgets a draft. */
    public void delete(SavedDraft saved) {
        store.remove(saved.workspaceId(), saved.id());
    }

    /**
     * Hands a draft in at Meta: as a new template, or as the change of one. After that it is a draft no more.
     *
     * @throws RequestFailed as {@link Templates#create} and {@link Templates#edit} do; the draft stays then
     */
    public TemplateView submit(SavedDraft saved, String actor) {
        var changed = saved.templateId();
        var template = changed == null
                ? templates.create(saved.workspaceId(), numberOf(saved), saved.draft(), actor)
                : templates.edit(
                        templates
                                .get(saved.workspaceId(), changed.toString())
                                .orElseThrow(() -> RequestFailed.notFound("template", changed.toString())),
                        saved.draft(),
                        actor);
        delete(saved);
        return template;
    }

    /** A number of the account that shall have it; null while that is open. */
    public @Nullable String numberOf(SavedDraft saved) {
        var account = saved.accountId();
        if (account == null) {
            return null;
        }
        return numbers.list(saved.workspaceId()).stream()
                .filter(number -> number.accountId().equals(account))
                .map(number -> number.id().toString())
                .findFirst()
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.NUMBER_NOT_READY, "The account of this draft is not connected any more."));
    }

    private @Nullable UUID account(UUID workspaceId, @Nullable String phoneNumberId) {
        if (phoneNumberId == null) {
            return null;
        }
        return numbers.find(workspaceId, phoneNumberId)
                .map(SenderNumber::accountId)
                .orElseThrow(() -> RequestFailed.invalid(
                        "phone_number_id",
                        "no number of this workspace has this id. GET /api/v1/whatsapp/phone_numbers lists them."));
    }

    private static void checkSize(TemplateDraft draft) {
        var faults = new ArrayList<FieldError>();
        check("name", draft.name(), LONGEST_NAME, faults);
        check("category", draft.category(), LONGEST_WORD, faults);
        check("language", draft.language(), LONGEST_WORD, faults);
        check("parameter_format", String.valueOf(draft.parameterFormat()), LONGEST_WORD, faults);
        check("components", draft.components().toString(), MOST_JSON, faults);
        if (!draft.components().isArray() && !draft.components().isMissingNode()) {
            faults.add(new FieldError("components", "must be an array."));
        }
        if (!faults.isEmpty()) {
            throw RequestFailed.invalid(faults);
        }
    }

    private static void check(String field, String text, int most, List<FieldError> faults) {
        if (text.length() > most) {
            faults.add(
                    new FieldError(field, "has " + text.length() + " characters; a draft takes at most " + most + "."));
        }
    }
}
