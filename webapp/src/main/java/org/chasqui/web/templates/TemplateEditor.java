package org.chasqui.web.templates;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.chasqui.messaging.media.Media;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.drafts.Drafts;
import org.chasqui.templates.drafts.SavedDraft;
import org.chasqui.templates.lint.LintReport;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where a template is written: a new one, a changed one, a copy, or a kept draft of these. Preview and checks follow each key. */
@Named
@ViewScoped
public class TemplateEditor implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("templates");
    private static final String TEMPLATE = "/console/template.xhtml?faces-redirect=true&id=";
    private static final String DRAFT = "/console/templateEditor.xhtml?faces-redirect=true&draft=";
    private static final String LIST = "/console/templates.xhtml?faces-redirect=true";

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    Templates templates;

    @Inject
    Drafts drafts;

    @Inject
    Media media;

    private final TemplateForm form = new TemplateForm();
    private @Nullable String id;
    private @Nullable String copyOf;
    private @Nullable String draftId;
    private @Nullable String from;
    private @Nullable Instant savedAt;
    private transient @Nullable LintReport report;
    private transient @Nullable TemplateDraft reported;

    /** Takes over the template or the draft that the address names. */
    public void open() throws IOException {
        me.demand(Permission.MANAGE_TEMPLATES);
        if (FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        boolean isFound = draftId != null ? openDraft(draftId) : openTemplate();
        if (!isFound) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
            return;
        }
        for (var file : form.files()) {
            var own = file.getOwn();
            if (own != null) {
                media.find(me.workspaceId(), own).ifPresent(known -> file.setFileName(known.fileName()));
            }
        }
    }

    private boolean openDraft(String wanted) {
        var saved = drafts.get(me.workspaceId(), wanted).orElse(null);
        if (saved == null) {
            return false;
        }
        var changed = saved.templateId();
        id = changed == null ? null : changed.toString();
        savedAt = saved.savedAt();
        from = changed == null ? drafts.numberOf(saved) : null;
        form.read(saved.draft());
        return true;
    }

    private boolean openTemplate() {
        var wanted = id != null ? id : copyOf;
        if (wanted == null) {
            return true;
        }
        var known = templates.get(me.workspaceId(), wanted).orElse(null);
        if (known == null) {
            return false;
        }
        form.read(known.draft());
        if (id == null) {
            form.setName(known.name() + "_copy");
        }
        return true;
    }

    private LintReport report() {
        var draft = form.draft();
        var known = report;
        if (known == null || !draft.equals(reported)) {
            known = templates.lint(me.workspaceId(), draft, isNew() ? number() : null);
            report = known;
            reported = draft;
        }
        return known;
    }

    /** The checks of what is written now. */
    public Checks getChecks() {
        return new Checks(report(), form.getCategory());
    }

    public TemplateBubble getSample() {
        return TemplateBubble.sample(form.draft().components());
    }

    /** The same with long values: does it still read well? */
    public TemplateBubble getLongest() {
        return TemplateBubble.longest(form.draft().components());
    }

    public boolean isRightToLeft() {
        return Languages.isRightToLeft(form.getLanguage());
    }

    /** Nothing to do: what was written is in the form by now, and the page draws it. */
    public void refresh() {}

    /** Keeps what is written without asking Meta, and goes on; stays with a notice when it cannot be kept. */
    public @Nullable String save() {
        return attempt(() -> {
            var saved = keep();
            TemplatesPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("draft.saved"));
            return DRAFT + saved.id();
        });
    }

    private SavedDraft keep() {
        var known =
                draftId == null ? null : drafts.get(me.workspaceId(), draftId).orElse(null);
        var changed = old();
        if (known != null) {
            return drafts.replace(known, number(), form.draft(), me.getName());
        }
        return changed == null
                ? drafts.save(me.workspaceId(), number(), form.draft(), me.getName())
                : drafts.saveChange(changed, form.draft(), me.getName());
    }

    /** Forgets the draft and leads to the list. */
    public @Nullable String discard() {
        me.demand(Permission.MANAGE_TEMPLATES);
        if (draftId != null) {
            drafts.get(me.workspaceId(), draftId).ifPresent(drafts::delete);
            TemplatesPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("draft.deleted"));
        }
        return LIST;
    }

    /** Hands the template in and leads to it; stays with a notice when it is refused. */
    public @Nullable String submit() {
        return attempt(() -> {
            var made = handIn();
            TemplatesPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("submitted"));
            return TEMPLATE + made.id();
        });
    }

    private TemplateView handIn() {
        if (draftId != null) {
            return drafts.submit(keep(), me.getName());
        }
        var known = old();
        return known == null
                ? templates.create(me.workspaceId(), number(), form.draft(), me.getName())
                : templates.edit(known, form.draft(), me.getName());
    }

    private interface Deed {
        String done();
    }

    private @Nullable String attempt(Deed deed) {
        me.demand(Permission.MANAGE_TEMPLATES);
        if (form.isMoreWrong() || form.isTtlWrong()) {
            say(TEXTS.get(form.isTtlWrong() ? "editor.ttl.wrong" : "editor.more.wrong"));
            return null;
        }
        try {
            return deed.done();
        } catch (RequestFailed refused) {
            if (refused.fields().isEmpty()) {
                say(String.valueOf(refused.getMessage()));
            } else {
                refused.fields().forEach(fault -> say(fault.field() + " " + fault.message()));
            }
            return null;
        }
    }

    private @Nullable TemplateView old() {
        return id == null ? null : templates.get(me.workspaceId(), id).orElse(null);
    }

    private @Nullable String number() {
        return from != null || shell.getNumbers().isEmpty()
                ? from
                : shell.getNumbers().get(0).getOurId();
    }

    private static void say(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    public boolean isNew() {
        return id == null;
    }

    public String getTitle() {
        return form.getName().isBlank() ? TEXTS.get("editor.new") : form.getName();
    }

    /** When the draft was saved last; null when it is none. */
    public @Nullable Instant getSavedAt() {
        return savedAt;
    }

    public List<Choice> getLanguages() {
        return Languages.codes().stream()
                .map(code -> new Choice(code, Languages.name(code) + " · " + code))
                .toList();
    }

    public TemplateForm getForm() {
        return form;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null || id.isBlank() ? null : id;
    }

    public @Nullable String getCopyOf() {
        return copyOf;
    }

    public void setCopyOf(@Nullable String copyOf) {
        this.copyOf = copyOf == null || copyOf.isBlank() ? null : copyOf;
    }

    public @Nullable String getDraftId() {
        return draftId;
    }

    public void setDraftId(@Nullable String draftId) {
        this.draftId = draftId == null || draftId.isBlank() ? null : draftId;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
