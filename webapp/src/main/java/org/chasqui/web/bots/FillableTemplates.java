package org.chasqui.web.bots;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.inbox.FillableTemplate;
import org.chasqui.web.inbox.TemplateField;
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

    private @Nullable List<FillableTemplate> fillable;

    private List<FillableTemplate> fillable() {
        var known = fillable;
        if (known == null) {
            known = templates.list(me.workspaceId()).stream()
                    .filter(template -> template.deletedAt() == null)
                    .map(FillableTemplate::of)
                    .flatMap(Optional::stream)
                    .toList();
            fillable = known;
        }
        return known;
    }

    private Optional<FillableTemplate> of(ActionField field) {
        return fillable().stream()
                .filter(one -> one.key().equals(field.value("template")))
                .findFirst();
    }

    /** By name and language, each once: numbers of several accounts may have the same. */
    public List<Choice> getChoices() {
        return fillable().stream()
                .map(FillableTemplate::key)
                .distinct()
                .map(key -> new Choice(key, key.replace(" ", " · ")))
                .toList();
    }

    /** What is to be filled in. */
    public List<TemplateField> fields(ActionField field) {
        return new ArrayList<>(of(field).map(FillableTemplate::fields).orElse(List.of()));
    }

    /** Its words; null when it is not known. */
    @Nullable
    TemplateText words(ActionField field) {
        return of(field).map(one -> one.text(field.getValues())).orElse(null);
    }

    /** The message; null when no template is chosen. */
    @Nullable
    ObjectNode content(ActionField field) {
        return of(field).map(one -> one.content(field.getValues())).orElse(null);
    }
}
