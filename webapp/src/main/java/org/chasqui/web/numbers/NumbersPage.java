package org.chasqui.web.numbers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.messaging.dispatch.DispatchHealth;
import org.chasqui.messaging.dispatch.NumberHealth;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.NumberRefresh;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.health.Checkup;
import org.chasqui.platform.accounts.health.HealthChecks;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.web.overview.NumberCard;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** All numbers of the workspace, with Meta's words for their state. */
@Named
@RequestScoped
public class NumbersPage {
    private static final Texts TEXTS = Texts.of("numbers");
    private static final String HERE = "/console/numbers.xhtml?faces-redirect=true";
    private static final Duration TOKEN_SOON = Duration.ofDays(14);

    @Inject
    CurrentUser me;

    @Inject
    PhoneNumbers phoneNumbers;

    @Inject
    Accounts accounts;

    @Inject
    NumberRefresh refresh;

    @Inject
    DispatchHealth dispatch;

    @Inject
    HealthChecks checks;

    @Inject
    Clock clock;

    private @Nullable List<NumberRow> rows;
    private @Nullable List<AccountCard> cards;

    public List<NumberRow> getRows() {
        var known = rows;
        if (known == null) {
            var health = dispatch.numbers(me.workspaceId()).stream()
                    .collect(Collectors.toMap(NumberHealth::numberId, Function.identity()));
            var checkups = checks.last(me.workspaceId()).stream()
                    .collect(Collectors.toMap(Checkup::numberId, Function.identity()));
            known = phoneNumbers.listDetails(me.workspaceId()).stream()
                    .map(number -> new NumberRow(
                            number,
                            health.getOrDefault(number.sender().id(), NumberCard.healthy(number.sender())),
                            checkups.get(number.sender().id())))
                    .toList();
            rows = known;
        }
        return known;
    }

    public List<AccountCard> getAccounts() {
        var known = cards;
        if (known == null) {
            var numbers = phoneNumbers.list(me.workspaceId());
            var soon = clock.instant().plus(TOKEN_SOON);
            known = accounts.list(me.workspaceId()).stream()
                    .map(account -> new AccountCard(
                            account,
                            numbers.stream()
                                    .filter(number -> number.accountId().equals(account.id()))
                                    .count(),
                            soon))
                    .toList();
            cards = known;
        }
        return known;
    }

    public String getCountText() {
        return TEXTS.get("count", getRows().size(), getAccounts().size());
    }

    /** When Meta was last asked about the number that was asked longest ago. */
    public @Nullable Instant getCheckedAt() {
        return phoneNumbers.listDetails(me.workspaceId()).stream()
                .map(NumberView::refreshedAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Asks Meta now. */
    public String check() {
        try {
            refresh.refresh(me.workspaceId());
            say(FacesMessage.SEVERITY_INFO, TEXTS.get("check.done"));
        } catch (RequestFailed failed) {
            warn(failed);
        }
        return HERE;
    }

    /** A refusal as a notice on the next page. */
    static void warn(RequestFailed refused) {
        say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
    }

    /** A notice on the next page. */
    static void say(FacesMessage.Severity severity, String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(severity, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }
}
