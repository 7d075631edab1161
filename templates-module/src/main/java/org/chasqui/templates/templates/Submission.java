package org.chasqui.templates.templates;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.DraftRules;
import org.chasqui.templates.definition.TemplateDraft;

/** Hands templates in at Meta: new ones, changed ones, and the wish to delete one. */
@ApplicationScoped
class Submission {
    /** How often Meta lets an approved template be edited. */
    static final int EDITS_A_MONTH = 10;

    private static final Logger LOG = System.getLogger(Submission.class.getName());
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Set<String> EDITABLE = Set.of("APPROVED", "REJECTED", "PAUSED");

    @Inject
    GraphClient graph;

    @Inject
    PhoneNumbers numbers;

    @Inject
    SampleFiles samples;

    @Inject
    TemplateStore store;

    @Inject
    TemplateDesk desk;

    TemplateView create(SenderNumber number, TemplateDraft draft, String actor) {
        var faults = DraftRules.check(draft);
        if (!faults.isEmpty()) {
            throw RequestFailed.invalid(faults);
        }
        var category = draft.category().toUpperCase(Locale.ROOT);
        var components = samples.upload(number, draft.components());
        var body = body(draft, components);
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        var made = ask(() -> graph.call(management -> management.createTemplate(bearer, number.wabaId(), body)));
        var known = new TemplateNode(
                made.id(),
                draft.name(),
                draft.language(),
                made.status(),
                made.category(),
                null,
                components,
                format(draft),
                null,
                null,
                null,
                null,
                draft.ttlSeconds());
        return desk.submitted(number, read(bearer, known), category, actor);
    }

    /** What is posted for a new template. */
    static Map<String, Object> body(TemplateDraft draft, JsonNode components) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", draft.name());
        body.put("category", draft.category().toUpperCase(Locale.ROOT));
        body.put("language", draft.language());
        body.put("parameter_format", format(draft));
        body.put("components", plain(components));
        if (draft.ttlSeconds() != null) {
            body.put("message_send_ttl_seconds", draft.ttlSeconds());
        }
        return body;
    }

    TemplateView edit(SenderNumber number, TemplateView template, TemplateDraft draft, String actor) {
        checkEditable(template, draft);
        var faults = DraftRules.checkContent(draft);
        if (!faults.isEmpty()) {
            throw RequestFailed.invalid(faults);
        }
        var components = samples.upload(number, draft.components());
        var body = new LinkedHashMap<String, Object>();
        if (!draft.category().equalsIgnoreCase(template.category())) {
            body.put("category", draft.category().toUpperCase(Locale.ROOT));
        }
        body.put("components", plain(components));
        if (draft.ttlSeconds() != null) {
            body.put("message_send_ttl_seconds", draft.ttlSeconds());
        }
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        ask(() -> graph.call(management -> management.editTemplate(bearer, template.metaId(), body)));
        var known = new TemplateNode(
                template.metaId(),
                template.name(),
                template.language(),
                "PENDING",
                draft.category().toUpperCase(Locale.ROOT),
                null,
                components,
                template.parameterFormat(),
                null,
                null,
                null,
                null,
                draft.ttlSeconds());
        return desk.edited(template.id(), read(bearer, known), actor);
    }

    void delete(SenderNumber number, TemplateView template, String actor) {
        if (template.status().equals("DISABLED")) {
            throw new RequestFailed(
                    FailureCode.CONFLICT, "Meta does not let a DISABLED template be deleted; it stays as it is.");
        }
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        ask(() -> graph.call(
                management -> management.deleteTemplate(bearer, number.wabaId(), template.name(), template.metaId())));
        desk.deleted(template.id(), actor);
    }

    private void checkEditable(TemplateView template, TemplateDraft draft) {
        if (!EDITABLE.contains(template.status())) {
            throw new RequestFailed(
                    FailureCode.CONFLICT,
                    "The template is " + template.status() + "; Meta lets only APPROVED, REJECTED and PAUSED ones be"
                            + " edited.");
        }
        if (!template.status().equals("APPROVED")) {
            return;
        }
        if (!draft.category().equalsIgnoreCase(template.category())) {
            throw RequestFailed.invalid(
                    "category", "of an approved template cannot be changed: make a new template for it.");
        }
        if (!store.edits(template.id(), DAY).isEmpty()) {
            throw new RequestFailed(
                    FailureCode.CONFLICT, "Meta lets an approved template be edited once in 24 hours: try tomorrow.");
        }
        if (store.edits(template.id(), MONTH).size() >= EDITS_A_MONTH) {
            throw new RequestFailed(
                    FailureCode.CONFLICT, "Meta lets an approved template be edited 10 times in 30 days.");
        }
    }

    /** How often an approved template may still be edited within the thirty days that end now. */
    int editsLeft(TemplateView template) {
        return Math.max(0, EDITS_A_MONTH - store.edits(template.id(), MONTH).size());
    }

    /** What Graph says now; what we know when it does not answer. */
    private TemplateNode read(String bearer, TemplateNode known) {
        try {
            return graph.call(management -> management.template(bearer, known.id(), GraphManagement.TEMPLATE_FIELDS));
        } catch (GraphFailed | RequestFailed failed) {
            LOG.log(Level.INFO, "the template {0} could not be read after it was handed in", known.id());
            return known;
        }
    }

    private interface Call<T> {
        T make();
    }

    private static <T> T ask(Call<T> call) {
        try {
            return call.make();
        } catch (GraphFailed refused) {
            throw Refusal.of(refused);
        }
    }

    private static String format(TemplateDraft draft) {
        var asked = draft.parameterFormat();
        return asked != null ? asked.toUpperCase(Locale.ROOT) : draft.shape().isNamed() ? "NAMED" : "POSITIONAL";
    }

    /** Lists and maps: a tree would be written as whichever JSON provider of the client understands it. */
    private static List<Object> plain(JsonNode components) {
        return Json.mapper()
                .convertValue(
                        components, Json.mapper().getTypeFactory().constructCollectionType(List.class, Object.class));
    }
}
