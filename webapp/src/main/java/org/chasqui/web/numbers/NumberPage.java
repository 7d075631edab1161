package org.chasqui.web.numbers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chasqui.messaging.dispatch.DispatchHealth;
import org.chasqui.platform.accounts.NumberHistory;
import org.chasqui.platform.accounts.NumberRefresh;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.health.Checkup;
import org.chasqui.platform.accounts.health.Finding;
import org.chasqui.platform.accounts.health.HealthChecks;
import org.chasqui.platform.accounts.profile.MessageLinks;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.overview.NumberCard;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One number: its state, its health, its links, its profile and its history. */
@Named
@RequestScoped
public class NumberPage {
    private static final Texts TEXTS = Texts.of("numbers");
    private static final int ENTRIES = 20;

    @Inject
    CurrentUser me;

    @Inject
    NumberAddress address;

    @Inject
    Shell shell;

    @Inject
    PhoneNumbers phoneNumbers;

    @Inject
    NumberRefresh refresh;

    @Inject
    DispatchHealth dispatch;

    @Inject
    HealthChecks healthChecks;

    @Inject
    NumberHistory numberHistory;

    @Inject
    MessageLinks messageLinks;

    @Inject
    MetaAnswers meta;

    private @Nullable NumberView number;
    private @Nullable NumberRow row;
    private @Nullable Checkup checkup;
    private @Nullable List<HistoryRow> history;
    private MetaAnswers.Part<List<LinkRow>> links;
    private @Nullable String linkText;
    private @Nullable String linkCode;

    /** Answers 404 when the workspace has no such number. */
    public void load() throws IOException {
        if (find().isEmpty()) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        }
    }

    private Optional<NumberView> find() {
        var id = address.getId();
        if (number == null && id != null) {
            number = phoneNumbers.details(me.workspaceId(), id).orElse(null);
        }
        return Optional.ofNullable(number);
    }

    NumberView number() {
        return find().orElseThrow(() -> RequestFailed.notFound("phone number", String.valueOf(address.getId())));
    }

    /** Where this page is, for a redirect. */
    String here() {
        return "/console/number.xhtml?faces-redirect=true&id="
                + number().sender().phoneNumberId();
    }

    public NumberRow getRow() {
        var known = row;
        if (known == null) {
            var sender = number().sender();
            var health = dispatch.numbers(me.workspaceId()).stream()
                    .filter(one -> one.numberId().equals(sender.id()))
                    .findFirst()
                    .orElseGet(() -> NumberCard.healthy(sender));
            known = new NumberRow(number(), health, checkup().orElse(null));
            row = known;
        }
        return known;
    }

    private Optional<Checkup> checkup() {
        if (checkup == null) {
            checkup = healthChecks.last(number().sender()).orElse(null);
        }
        return Optional.ofNullable(checkup);
    }

    public boolean isChecked() {
        return checkup().isPresent();
    }

    public @Nullable Instant getCheckedAt() {
        return checkup().map(Checkup::checkedAt).orElse(null);
    }

    /** All findings; each knows whether a new area begins with it. */
    public List<CheckRow> getChecks() {
        var rows = new ArrayList<CheckRow>();
        Finding.Area area = null;
        for (var finding : checkup().map(Checkup::findings).orElse(List.of())) {
            rows.add(new CheckRow(finding, finding.area() != area));
            area = finding.area();
        }
        return rows;
    }

    public String getChecksText() {
        return checkup()
                .map(one -> TEXTS.get(
                        "checks.good",
                        one.count(Finding.Verdict.GOOD),
                        one.findings().size()))
                .orElse("");
    }

    public boolean isMayManage() {
        return me.view().may(Permission.MANAGE_ACCOUNTS);
    }

    /** Asks Meta about the number and checks its health. */
    public String check() {
        try {
            refresh.refresh(me.workspaceId());
        } catch (RequestFailed failed) {
            // The check says the same, and where it hurts.
            NumbersPage.warn(failed);
        }
        healthChecks.run(number().sender());
        return here();
    }

    /** Has the webhooks of the account sent here again. */
    public String subscribe() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            healthChecks.subscribe(number().sender());
            NumbersPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("subscribe.done"));
        } catch (RequestFailed refused) {
            NumbersPage.warn(refused);
        }
        return here();
    }

    public List<HistoryRow> getHistory() {
        var known = history;
        if (known == null) {
            known = numberHistory.of(me.workspaceId(), number().sender().id(), null, ENTRIES).stream()
                    .map(HistoryRow::new)
                    .toList();
            history = known;
        }
        return known;
    }

    @PostConstruct
    void open() {
        links = meta.part(() ->
                messageLinks.of(number().sender()).stream().map(LinkRow::new).toList());
    }

    /** Its message links; none when Meta does not tell. */
    public List<LinkRow> getLinks() {
        var known = links.value();
        return known == null ? List.of() : known;
    }

    /** Why Meta does not show the links; null when it does. */
    public @Nullable String getLinksProblem() {
        return links.problem();
    }

    /** Makes a message link. */
    public String makeLink() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            messageLinks.put(number().sender(), null, linkText == null ? "" : linkText.strip());
            NumbersPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("link.made"));
        } catch (RequestFailed refused) {
            NumbersPage.warn(refused);
        }
        return here();
    }

    /** Deletes the message link that the dialog names. */
    public String deleteLink() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            messageLinks.delete(number().sender(), linkCode == null ? "" : linkCode);
            NumbersPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("link.deleted"));
        } catch (RequestFailed refused) {
            NumbersPage.warn(refused);
        }
        return here();
    }

    /** The call that sends a first message from this number. */
    public String getCurl() {
        return firstCalls().nativeCall();
    }

    /** The same in the APIs of other gateways, and of Meta. */
    public List<DialectCall> getDialectCalls() {
        return firstCalls().others();
    }

    private FirstCalls firstCalls() {
        var sender = number().sender();
        return new FirstCalls(
                shell.getPublicUrl(), sender.phoneNumberId(), sender.displayPhoneNumber(), shell.isSandbox());
    }

    public @Nullable String getLinkText() {
        return linkText;
    }

    public void setLinkText(@Nullable String given) {
        linkText = given;
    }

    public @Nullable String getLinkCode() {
        return linkCode;
    }

    public void setLinkCode(@Nullable String given) {
        linkCode = given;
    }
}
