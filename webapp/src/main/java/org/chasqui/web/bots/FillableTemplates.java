package org.chasqui.web.bots;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.inbox.TemplateField;
import org.chasqui.web.inbox.TemplateForm;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.messages.TemplateText;
import org.chasqui.web.shell.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The templates that a rule can send: approved, and filled in with texts. */
@Named
@RequestScoped
public class FillableTemplates {
    @Inject
    CurrentUser me;

    @Inject
    Templates templates;

    private @Nullable List<TemplateForm> forms;

    private List<TemplateForm> forms() {
        var known = forms;
        if (known == null) {
            known = templates.list(me.workspaceId()).stream()
                    .filter(template -> template.deletedAt() == null)
                    .map(TemplateForm::of)
                    .flatMap(Optional::stream)
                    .toList();
            forms = known;
        }
        return known;
    }

    private Optional<TemplateForm> of(ActionField field) {
        return forms().stream()
                .filter(form -> form.key().equals(field.value("template")))
                .findFirst();
    }

    /** By name and language, each once: numbers of several accounts may have the same. */
    public List<Choice> getChoices() {
        return forms().stream()
                .map(TemplateForm::key)
                .distinct()
                .map(key -> new Choice(key, key.replace(" ", " · ")))
                .toList();
    }

    /** What is to be filled in. */
    public List<TemplateField> fields(ActionField field) {
        return new ArrayList<>(of(field).map(TemplateForm::fields).orElse(List.of()));
    }

    /** Its words; null when it is not known. */
    @Nullable
    TemplateText words(ActionField field) {
        return of(field).map(form -> form.text(field.getValues())).orElse(null);
    }

    /** The message; null when no template is chosen. */
    @Nullable
    ObjectNode content(ActionField field) {
        return of(field).map(form -> form.content(field.getValues())).orElse(null);
    }
}
