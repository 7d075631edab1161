package org.chasqui.web.templates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.templates.Effect;
import org.chasqui.templates.templates.LastCheck;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The templates of the workspace. Whoever opens the page has them compared with Meta. */
@Named
@RequestScoped
public class TemplatesPage {
    private static final Texts TEXTS = Texts.of("templates");

    @Inject
    CurrentUser me;

    @Inject
    Templates templates;

    @Inject
    TemplatesAddress address;

    @Inject
    LastWeek lastWeek;

    @Inject
    Accounts accounts;

    private @Nullable List<TemplateView> found;
    private @Nullable Map<UUID, String> accountNames;
    private @Nullable List<TemplateRow> rows;

    private List<TemplateView> found() {
        var known = found;
        if (known == null) {
            templates.look(me.workspaceId());
            known = templates.list(me.workspaceId());
            found = known;
        }
        return known;
    }

    public List<TemplateRow> getRows() {
        var known = rows;
        if (known == null) {
            known = found().stream()
                    .filter(address::matches)
                    .map(template -> row(template))
                    .toList();
            rows = known;
        }
        return known;
    }

    private TemplateRow row(TemplateView template) {
        return new TemplateRow(template, lastWeek.of(template), accountName(template));
    }

    /** The name of the template's account where there are several; otherwise null. */
    private @Nullable String accountName(TemplateView template) {
        var known = accountNames;
        if (known == null) {
            known = accounts.list(me.workspaceId()).stream()
                    .collect(Collectors.toMap(AccountView::id, AccountView::name));
            accountNames = known;
        }
        return known.size() > 1 ? known.get(template.accountId()) : null;
    }

    /** Whether there is no template at all, filtered or not. */
    public boolean isNone() {
        return found().stream().noneMatch(template -> template.deletedAt() == null);
    }

    public String getCountText() {
        var live = found().stream()
                .filter(template -> template.deletedAt() == null)
                .toList();
        return TEXTS.get(
                "count",
                live.size(),
                live.stream()
                        .filter(template -> template.effect() == Effect.SENDS)
                        .count());
    }

    /** When the account that was compared longest ago was compared; null when one never was. */
    public @Nullable Instant getCheckedAt() {
        var times = templates.lastChecks(me.workspaceId()).stream()
                .map(LastCheck::checkedAt)
                .toList();
        return times.contains(null) || times.isEmpty()
                ? null
                : times.stream()
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Why the last comparison failed; null when it did not. */
    public @Nullable String getCheckFailure() {
        return templates.lastChecks(me.workspaceId()).stream()
                .map(LastCheck::error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What Meta has said that it will move, the soonest first. */
    public List<TemplateRow> getMoving() {
        return found().stream()
                .filter(template -> template.nextCategory() != null && template.deletedAt() == null)
                .map(template -> row(template))
                .toList();
    }

    public List<StatusLink> getTabs() {
        var current = StatusTab.of(address.getStatus());
        return Arrays.stream(StatusTab.values())
                .map(tab -> new StatusLink(
                        TEXTS.get("tab." + tab.key()),
                        found().stream()
                                .filter(address::matchesButStatus)
                                .filter(tab::covers)
                                .count(),
                        address.withStatus(tab == StatusTab.ALL ? null : tab.key()),
                        tab == current))
                .filter(tab -> tab.getCount() > 0 || tab.isCurrent())
                .toList();
    }

    public List<Choice> getCategoryChoices() {
        var usual = List.of("MARKETING", "UTILITY", "AUTHENTICATION").stream()
                .map(category -> new Choice(category, TemplateLook.category(category)))
                .toList();
        return Choice.list(TEXTS.get("any.category"), usual, address.getCategory(), word -> word);
    }

    public List<Choice> getLanguageChoices() {
        var usual = found().stream()
                .map(TemplateView::language)
                .distinct()
                .sorted()
                .map(code -> new Choice(code, Languages.name(code)))
                .toList();
        return Choice.list(TEXTS.get("any.language"), usual, address.getLanguage(), word -> word);
    }

    public List<Choice> getQualityChoices() {
        var usual = List.of("GREEN", "YELLOW", "RED", "UNKNOWN").stream()
                .map(quality -> new Choice(quality, TemplateLook.quality(quality)))
                .toList();
        return Choice.list(TEXTS.get("any.quality"), usual, address.getQuality(), word -> word);
    }

    /** Compares with Meta now. */
    public @Nullable String sync() {
        me.demand(Permission.MANAGE_TEMPLATES);
        try {
            int changes = templates.sync(me.workspaceId());
            say(FacesMessage.SEVERITY_INFO, TEXTS.get("synced", changes));
            return "/console/templates.xhtml?faces-redirect=true";
        } catch (RequestFailed failed) {
            say(FacesMessage.SEVERITY_ERROR, String.valueOf(failed.getMessage()));
            return null;
        }
    }

    static void say(FacesMessage.Severity severity, String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(severity, text, null));
    }
}
