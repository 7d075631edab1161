package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Report;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.campaigns.Spending;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One campaign: how far it is, what it costs, what went wrong, and the people behind each number. */
@Named
@RequestScoped
public class CampaignPage {
    private static final Texts TEXTS = Texts.of("campaigns");
    private static final int ROWS = 20;

    @Inject
    CurrentUser me;

    @Inject
    CampaignAddress address;

    @Inject
    Shell shell;

    @Inject
    Campaigns campaigns;

    @Inject
    Reports reports;

    @Inject
    PhoneNumbers numbers;

    private @Nullable Campaign campaign;
    private @Nullable Report report;
    private @Nullable CampaignRow row;
    private @Nullable List<RecipientRow> found;

    /** Answers 404 when the workspace has no such campaign. */
    public void load() throws IOException {
        if (find().isEmpty()) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        }
    }

    private Optional<Campaign> find() {
        var id = address.campaignId();
        if (campaign == null && id != null) {
            campaign = campaigns.find(me.workspaceId(), id).orElse(null);
        }
        return Optional.ofNullable(campaign);
    }

    private Campaign campaign() {
        return find().orElseThrow(() -> RequestFailed.notFound("campaign", String.valueOf(address.getId())));
    }

    public CampaignRow getRow() {
        var known = row;
        if (known == null) {
            known = new CampaignRow(
                    campaign(), numbers.byId(campaign().numberId()).orElse(null));
            row = known;
        }
        return known;
    }

    /** Holds what has not been posted. */
    public String pause() {
        return doing("pause.done", () -> campaigns.pause(campaign()));
    }

    /** Goes on. */
    public String resume() {
        return doing("resume.done", () -> campaigns.resume(campaign()));
    }

    /** Ends it for whoever has not been written to. */
    public String cancel() {
        return doing("cancel.done", () -> campaigns.cancel(campaign()));
    }

    /** Gives those another turn whose failure may have passed. */
    public String retry() {
        me.demand(Permission.SEND);
        try {
            say(FacesMessage.SEVERITY_INFO, TEXTS.get("retry.done", campaigns.retry(campaign())));
        } catch (RequestFailed refused) {
            say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
        }
        return here();
    }

    private String doing(String done, Supplier<Campaign> deed) {
        me.demand(Permission.SEND);
        try {
            deed.get();
            say(FacesMessage.SEVERITY_INFO, TEXTS.getOr(done, done));
        } catch (RequestFailed refused) {
            say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
        }
        return here();
    }

    private String here() {
        return "/console/campaign.xhtml?faces-redirect=true&id=" + campaign().id();
    }

    /** A notice on the next page. */
    static void say(FacesMessage.Severity severity, String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(severity, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    private Report report() {
        var known = report;
        if (known == null) {
            known = reports.of(campaign());
            report = known;
        }
        return known;
    }

    public List<FunnelStep> getFunnel() {
        var steps = new ArrayList<FunnelStep>();
        long first = report().funnel().getOrDefault("accepted", 0L);
        long before = campaign().tally().total();
        for (var step : report().funnel().entrySet()) {
            steps.add(new FunnelStep(step.getKey(), step.getValue(), before, first));
            before = step.getValue();
        }
        return steps;
    }

    public List<ErrorLine> getErrors() {
        return report().errors().stream().map(ErrorLine::new).toList();
    }

    /** How many a retry would take along. */
    public long getRetryable() {
        return report().errors().stream()
                .filter(Report.Failure::retryable)
                .mapToLong(Report.Failure::count)
                .sum();
    }

    public String getRetryText() {
        return TEXTS.get("retry", getRetryable());
    }

    public List<SkipLine> getSkipped() {
        return SkipLine.of(report().skipped());
    }

    public List<CostLine> getCosts() {
        return report().costs().stream()
                .map(line -> new CostLine(
                        line.market(),
                        line.estimate().messages(),
                        line.estimate().amount(),
                        line.actual().amount(),
                        line.currency()))
                .toList();
    }

    /** What Meta has taken costs at most; a dash before that. */
    public String getCostEstimate() {
        return sum(Spending.Line::estimate);
    }

    /** What Meta says is charged, by the rate card. */
    public String getCostActual() {
        return sum(Spending.Line::actual);
    }

    /** A campaign has one account, and an account one currency. */
    private String sum(Function<Spending.Line, Spending.Sum> part) {
        var amounts = report().costs().stream()
                .map(line -> part.apply(line).amount())
                .filter(Objects::nonNull)
                .toList();
        return amounts.isEmpty()
                ? "–"
                : CostLine.money(
                        amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        report().costs().get(0).currency());
    }

    /** One more than shown is asked for: it tells whether there is another page. */
    private List<RecipientRow> found() {
        var known = found;
        if (known == null) {
            known = reports.recipients(campaign(), address.filter(), address.cursor(), ROWS + 1);
            found = known;
        }
        return known;
    }

    public List<RecipientLine> getRecipients() {
        return found().stream().limit(ROWS).map(RecipientLine::new).toList();
    }

    public boolean isMore() {
        return found().size() > ROWS;
    }

    public String getMoreQuery() {
        return address.behind(found().get(ROWS - 1).position());
    }

    public String getTotal() {
        return Formats.count(campaign().tally().total());
    }

    /** The call that gives the same rows as a file. */
    public String getExportCurl() {
        return "curl \"" + shell.getPublicUrl() + "/api/v1/whatsapp/campaigns/"
                + campaign().id() + "/recipients/export" + address.getFilterQuery()
                + "\" \\\n  -H \"Authorization: Bearer $CHASQUI_KEY\" -o recipients.csv";
    }
}
