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
import java.util.stream.Stream;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.templates.definition.Languages;
import org.chasqui.templates.drafts.Drafts;
import org.chasqui.templates.drafts.SavedDraft;
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
    private static final int PAGE = 50;

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

    @Inject
    Drafts drafts;

    private @Nullable List<TemplateLine> lines;
    private @Nullable Map<UUID, String> accountNames;
    private @Nullable List<TemplateLine> matching;

    /** All lines: what Meta has, and the drafts that it does not know. */
    private List<TemplateLine> lines() {
        var known = lines;
        if (known == null) {
            templates.look(me.workspaceId());
            known = Stream.<TemplateLine>concat(
                            templates.list(me.workspaceId()).stream().map(this::line),
                            drafts.list(me.workspaceId()).stream().map(this::line))
                    .sorted(Comparator.comparing(TemplateLine::getName).thenComparing(TemplateLine::getLanguage))
                    .toList();
            lines = known;
        }
        return known;
    }

    private TemplateLine line(TemplateView template) {
        return new TemplateRow(template, () -> lastWeek.of(template), accountName(template.accountId()));
    }

    private TemplateLine line(SavedDraft draft) {
        return new DraftLine(draft, accountName(draft.accountId()));
    }

    /** The name of an account where there are several; otherwise null. */
    private @Nullable String accountName(@Nullable UUID accountId) {
        var known = accountNames;
        if (known == null) {
            known = accounts.list(me.workspaceId()).stream()
                    .collect(Collectors.toMap(AccountView::id, AccountView::name));
            accountNames = known;
        }
        return known.size() > 1 && accountId != null ? known.get(accountId) : null;
    }

    private List<TemplateLine> matching() {
        var known = matching;
        if (known == null) {
            known = lines().stream().filter(address::matches).toList();
            matching = known;
        }
        return known;
    }

    /** Where the page begins; a page beyond the end is the last one. */
    private int first() {
        int pages = Math.max(1, (matching().size() + PAGE - 1) / PAGE);
        return (Math.min(address.page(), pages) - 1) * PAGE;
    }

    public List<TemplateLine> getRows() {
        return matching().stream().skip(first()).limit(PAGE).toList();
    }

    public boolean isPaged() {
        return matching().size() > PAGE;
    }

    public String getPageText() {
        return TEXTS.get(
                "page",
                first() + 1,
                Math.min(first() + PAGE, matching().size()),
                matching().size());
    }

    /** The page before this one; null on the first. */
    public @Nullable String getBackQuery() {
        return first() == 0 ? null : address.withPage(first() / PAGE);
    }

    /** The page after this one; null on the last. */
    public @Nullable String getNextQuery() {
        return first() + PAGE >= matching().size() ? null : address.withPage(first() / PAGE + 2);
    }

    /** Whether there is no template at all, filtered or not. */
    public boolean isNone() {
        return lines().stream().allMatch(TemplateLine::isGone);
    }

    public String getCountText() {
        long drafted = lines().stream().filter(StatusTab.DRAFT::covers).count();
        long there = lines().stream().filter(StatusTab.ALL::covers).count() - drafted;
        long sendable = lines().stream()
                .filter(line -> Effect.of(line.getStatusKey()) == Effect.SENDS)
                .count();
        return TEXTS.get("count", there, sendable, drafted);
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

    /** What Meta has said that it will move. */
    public List<TemplateLine> getMoving() {
        return lines().stream()
                .filter(line -> line.isMoving() && !line.isGone())
                .toList();
    }

    public List<StatusLink> getTabs() {
        var current = StatusTab.of(address.getStatus());
        return Arrays.stream(StatusTab.values())
                .map(tab -> new StatusLink(
                        TEXTS.get("tab." + tab.key()),
                        lines().stream()
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
        var usual = lines().stream()
                .map(TemplateLine::getLanguage)
                .filter(code -> !code.isEmpty())
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
