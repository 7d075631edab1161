package org.chasqui.web.templates;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.chasqui.messaging.media.Media;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.lint.LintReport;
import org.chasqui.templates.lint.Severity;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where a template is written: a new one, a changed one, or a copy. Preview and checks follow each key. */
@Named
@ViewScoped
public class TemplateEditor implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("templates");
    private static final String HERE = "/console/template.xhtml?faces-redirect=true&id=";

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    Templates templates;

    @Inject
    Media media;

    @Inject
    Ids ids;

    private final TemplateForm form = new TemplateForm();
    private @Nullable String id;
    private @Nullable String copyOf;
    private @Nullable String from;
    private transient @Nullable Part upload;
    private transient @Nullable LintReport report;

    /** Takes over the template that the address names. */
    public void open() throws IOException {
        me.demand(Permission.MANAGE_TEMPLATES);
        var wanted = id != null ? id : copyOf;
        if (wanted == null || FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        var known = templates.get(me.workspaceId(), wanted);
        if (known.isEmpty()) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
            return;
        }
        form.read(known.get().draft());
        if (id == null) {
            form.setName(known.get().name() + "_copy");
        }
    }

    private LintReport report() {
        var known = report;
        if (known == null) {
            known = templates.lint(me.workspaceId(), form.draft(), isNew() ? number() : null);
            report = known;
        }
        return known;
    }

    public List<FindingRow> getFindings() {
        return report().findings().stream().map(FindingRow::new).toList();
    }

    public long getErrors() {
        return report().count(Severity.ERROR);
    }

    public long getWarnings() {
        return report().count(Severity.WARNING);
    }

    public String getPassedText() {
        return TEXTS.get("checks.passed", report().passed().size());
    }

    public int getScore() {
        return report().score();
    }

    public String getLikely() {
        return TemplateLook.category(report().likely().name());
    }

    /** Whether Meta is likely to choose another category. */
    public boolean isLikelyMoved() {
        return Category.of(form.getCategory()).filter(report().likely()::equals).isEmpty();
    }

    public TemplateBubble getSample() {
        var draft = form.draft();
        return new TemplateBubble(draft.shape(), SampleValues.of(draft.components()), fileName());
    }

    /** The same with long values: does it still read well? */
    public TemplateBubble getLongest() {
        var draft = form.draft();
        return new TemplateBubble(draft.shape(), SampleValues.longest(draft.components()), fileName());
    }

    private @Nullable String fileName() {
        return form.getFileName().isEmpty() ? null : form.getFileName();
    }

    public boolean isRightToLeft() {
        return Languages.isRightToLeft(form.getLanguage());
    }

    public void refresh() {
        report = null;
    }

    public void addButton() {
        form.add();
    }

    public void removeButton(int index) {
        form.remove(index);
    }

    public void addVariable() {
        form.getBody().addVariable();
    }

    /** Keeps the chosen file; it is brought to Meta when the template is handed in. */
    public void keepFile() throws IOException {
        me.demand(Permission.MANAGE_TEMPLATES);
        var part = upload;
        if (part == null || part.getSize() == 0) {
            return;
        }
        try (var in = part.getInputStream()) {
            var kept =
                    media.upload(me.workspaceId(), ids.next(), in, part.getSubmittedFileName(), part.getContentType());
            if (!kept.fits(form.getHeaderKind().toLowerCase(Locale.ROOT))) {
                say(TEXTS.get("file.wrong", kept.mime()));
                return;
            }
            form.file(kept.id().toString(), String.valueOf(kept.fileName()));
        } catch (RequestFailed refused) {
            say(String.valueOf(refused.getMessage()));
        }
    }

    /** Hands the template in and leads to it; stays with a notice when it is refused. */
    public @Nullable String submit() {
        me.demand(Permission.MANAGE_TEMPLATES);
        try {
            var known = old();
            var made = known == null
                    ? templates.create(me.workspaceId(), number(), form.draft(), me.getName())
                    : templates.edit(known, form.draft(), me.getName());
            TemplatesPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("submitted"));
            return HERE + made.id();
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
        return isNew() ? TEXTS.get("editor.new") : form.getName();
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

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part upload) {
        this.upload = upload;
    }
}
