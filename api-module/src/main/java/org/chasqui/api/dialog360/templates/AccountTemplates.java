package org.chasqui.api.dialog360.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;

/** The templates of an account. */
@ApplicationScoped
public class AccountTemplates {
    @Inject
    Templates templates;

    @Inject
    Accounts accounts;

    /** Those that exist, in the words of the old host. */
    public List<ObjectNode> list(UUID workspaceId, UUID accountId) {
        var namespace = namespace(workspaceId, accountId);
        return sorted(workspaceId, accountId, "name").stream()
                .map(template -> TemplateJson.old(template, namespace))
                .toList();
    }

    /** A template in the words of the old host. */
    public ObjectNode describe(TemplateView template, UUID workspaceId) {
        return TemplateJson.old(template, namespace(workspaceId, template.accountId()));
    }

    /** Those that exist. A minus before the word to sort by turns the order round. */
    List<TemplateView> sorted(UUID workspaceId, UUID accountId, String sort) {
        templates.look(workspaceId);
        boolean isReversed = sort.startsWith("-");
        Comparator<TemplateView> order = switch (isReversed ? sort.substring(1) : sort) {
            case "status" -> Comparator.comparing(TemplateView::status);
            case "category" -> Comparator.comparing(TemplateView::category);
            case "language" -> Comparator.comparing(TemplateView::language);
            default -> Comparator.comparing(TemplateView::name);
        };
        var whole = order.thenComparing(TemplateView::name).thenComparing(TemplateView::language);
        return templates.list(workspaceId).stream()
                .filter(template -> template.accountId().equals(accountId))
                .filter(template -> template.deletedAt() == null)
                .sorted(isReversed ? whole.reversed() : whole)
                .toList();
    }

    /**
     * Makes a template of {@code {name, category, language, components, …}}.
     *
     * @param number any one of the account
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong, or what Meta says
     */
    public TemplateView make(SenderNumber number, Arguments given, String actor) {
        var components = given.raw("components");
        if (!components.isArray()) {
            throw RequestFailed.invalid("components", "is required: an array of Meta's components.");
        }
        var draft = new TemplateDraft(
                given.demand("name"),
                given.demand("category"),
                given.demand("language"),
                given.text("parameter_format").orElse(null),
                components,
                given.number("message_send_ttl_seconds")
                        .map(BigDecimal::longValue)
                        .orElse(null));
        return templates.create(number.workspaceId(), number.id().toString(), draft, actor);
    }

    /**
     * Deletes templates of an account.
     *
     * @param id what the caller has named, for the refusal
     * @throws RequestFailed NOT_FOUND when none is meant
     */
    public void delete(UUID workspaceId, UUID accountId, String id, Predicate<TemplateView> isMeant, String actor) {
        var meant =
                sorted(workspaceId, accountId, "name").stream().filter(isMeant).toList();
        if (meant.isEmpty()) {
            throw RequestFailed.notFound("template", id);
        }
        meant.forEach(template -> templates.delete(template, actor));
    }

    String namespace(UUID workspaceId, UUID accountId) {
        return accounts.list(workspaceId).stream()
                .filter(account -> account.id().equals(accountId))
                .findFirst()
                .map(AccountView::templateNamespace)
                .orElse("");
    }
}
