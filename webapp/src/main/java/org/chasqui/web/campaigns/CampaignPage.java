package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Report;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.campaigns.campaigns.Spending;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Figures;
import org.chasqui.web.messages.RowsQuery;
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
    OneCampaign one;

    @Inject
    Formats formats;

    private @Nullable Report report;
    private @Nullable List<StoryLine> story;
    private @Nullable MinuteChart chart;
    private @Nullable List<RecipientRow> found;

    /** Answers 404 when the workspace has no such campaign. */
    public void load() throws IOException {
        one.load(address.campaignId());
    }

    private Campaign campaign() {
        return one.get(address.campaignId());
    }

    public CampaignRow getRow() {
        return one.row(address.campaignId());
    }

    /** Holds what has not been posted. */
    public String pause() {
        return doing("pause.done", () -> campaigns.pause(campaign(), me.getEmail()));
    }

    /** Goes on. */
    public String resume() {
        return doing("resume.done", () -> campaigns.resume(campaign(), me.getEmail()));
    }

    /** Ends it for whoever has not been written to. */
    public String cancel() {
        return doing("cancel.done", () -> campaigns.cancel(campaign(), me.getEmail()));
    }

    /** Gives those another turn whose failure may have passed. */
    public String retry() {
        me.demand(Permission.SEND);
        try {
            OneCampaign.say(
                    FacesMessage.SEVERITY_INFO, TEXTS.get("retry.done", campaigns.retry(campaign(), me.getEmail())));
        } catch (RequestFailed refused) {
            OneCampaign.say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
        }
        return here();
    }

    private String doing(String done, Supplier<Campaign> deed) {
        me.demand(Permission.SEND);
        try {
            deed.get();
            OneCampaign.say(FacesMessage.SEVERITY_INFO, TEXTS.getOr(done, done));
        } catch (RequestFailed refused) {
            OneCampaign.say(FacesMessage.SEVERITY_WARN, String.valueOf(refused.getMessage()));
        }
        return here();
    }

    private String here() {
        return "/console/campaign.xhtml?faces-redirect=true&id=" + campaign().id();
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
        var money = getSpent().money();
        return report().costs().stream()
                .map(line -> new CostLine(
                        line.market(),
                        line.estimate().messages(),
                        line.estimate().amount(),
                        line.actual().amount(),
                        line.currency(),
                        money,
                        rows(line)))
                .toList();
    }

    /** All messages of it. */
    private RowsQuery messages() {
        return RowsQuery.outbound().with("campaign", campaign().id().toString());
    }

    /** Those that Meta has taken, which are the ones that may cost something. */
    public String getTakenQuery() {
        return messages().reached("accepted").toString();
    }

    /** Those that a line is about. Markets are those of the launch: some change later. */
    private CostLine.Rows rows(Spending.Line line) {
        var launched = campaign().launchedAt();
        var day = launched == null ? formats.today() : LocalDate.ofInstant(launched, ZoneOffset.UTC);
        var rows = messages().with("market", Figures.market(line.market(), day));
        return new CostLine.Rows(
                rows.with("category", line.category()).reached("accepted").toString(),
                rows.with("price", "charged:" + line.category()).toString());
    }

    /** How many are left, and when the last of them will have gone. */
    public String getLeftNote() {
        var end = getRow().endAfter(formats.now());
        return end == null
                ? TEXTS.get("tile.left.open", getRow().getOpen())
                : TEXTS.get("tile.left.end", formats.when(end), getRow().getOpen());
    }

    public Spent getSpent() {
        return new Spent(report().costs());
    }

    /** What was decided, the oldest first. */
    public List<StoryLine> getStory() {
        var known = story;
        if (known == null) {
            known = StoryLine.of(reports.story(campaign()));
            story = known;
        }
        return known;
    }

    /** How fast it goes. */
    public MinuteChart getChart() {
        var known = chart;
        if (known == null) {
            known = new MinuteChart(
                    reports.minutes(campaign()),
                    getStory(),
                    getRow().isRunning() ? formats.now() : null,
                    formats.zone(),
                    messages());
            chart = known;
        }
        return known;
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
