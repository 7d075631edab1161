package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Plans;
import org.chasqui.campaigns.recipients.ColumnMap;
import org.chasqui.campaigns.recipients.ImportView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A draft: whom it goes to, when, and what a launch would do. */
@Named
@RequestScoped
public class CampaignPlanPage {
    private static final Texts TEXTS = Texts.of("campaigns");

    /** Above this the whole list is looked through only when somebody asks for it. */
    private static final long QUICKLY_PLANNED = 20_000;

    @Inject
    CurrentUser me;

    @Inject
    CampaignPlanAddress address;

    @Inject
    Campaigns campaigns;

    @Inject
    Audiences audiences;

    @Inject
    Plans plans;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Formats formats;

    private @Nullable Campaign campaign;
    private @Nullable CampaignRow row;
    private @Nullable PlanView plan;
    private @Nullable List<String> variables;
    private @Nullable Part file;
    private @Nullable String columns;
    private @Nullable String rows;
    private @Nullable String audience;
    private @Nullable String at;

    /** Answers 404 when there is no such campaign, and leads on when it has begun. */
    public void load() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        if (find().isEmpty()) {
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        } else if (!getRow().isDraft()) {
            var page = faces.getExternalContext().getRequestContextPath() + getRow().getPage();
            faces.getExternalContext().redirect(page);
            faces.responseComplete();
        }
    }

    private Optional<Campaign> find() {
        var id = CampaignsAddress.uuid(address.getId());
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

    /** What the columns of a list must be called. */
    public List<String> getVariables() {
        var known = variables;
        if (known == null) {
            known = List.copyOf(campaigns.variables(campaign()));
            variables = known;
        }
        return known;
    }

    /** A file as it should look. */
    public String getSampleFile() {
        var names = String.join(",", getVariables());
        return names.isEmpty()
                ? "to,name\n+5511955501234,Ana"
                : "to,name," + names + "\n+5511955501234,Ana"
                        + ",…".repeat(getVariables().size());
    }

    public boolean isAnybody() {
        return campaign().tally().total() > 0;
    }

    public List<ImportRow> getImports() {
        return campaigns.imports(campaign()).stream().map(ImportRow::new).toList();
    }

    public List<Choice> getAudiences() {
        return audiences.list(me.workspaceId()).stream()
                .map(one -> new Choice(one.id().toString(), one.name()))
                .toList();
    }

    /** Reads a file into the list. */
    public @Nullable String upload() {
        var given = file;
        if (given == null || given.getSize() == 0) {
            return complain(TEXTS.get("people.file.none"));
        }
        return adding(() -> {
            try (var bytes = given.getInputStream()) {
                return told(campaigns.add(campaign(), bytes, ColumnMap.parse(columns)));
            } catch (IOException broken) {
                throw RequestFailed.invalid("file", TEXTS.get("people.file.broken"));
            }
        });
    }

    /** Reads what was typed or pasted, as if it were a file. */
    public @Nullable String paste() {
        var text = rows;
        if (text == null || text.isBlank()) {
            return complain(TEXTS.get("people.rows.none"));
        }
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return adding(() -> told(campaigns.add(campaign(), bytes, ColumnMap.parse(null))));
    }

    /** Puts a saved audience on the list. */
    public @Nullable String use() {
        var chosen = audiences.list(me.workspaceId()).stream()
                .filter(one -> one.id().toString().equals(audience))
                .findFirst();
        if (chosen.isEmpty()) {
            return complain(TEXTS.get("people.audience.none"));
        }
        return adding(() -> {
            var added = campaigns.add(campaign(), chosen.get());
            return TEXTS.get("people.added", added.added(), added.skipped());
        });
    }

    private static String told(ImportView view) {
        var problem = view.problem();
        var added = TEXTS.get("people.added", view.added(), view.skipped());
        return problem == null ? added : added + " " + problem;
    }

    private @Nullable String adding(Supplier<String> deed) {
        me.demand(Permission.SEND);
        try {
            CampaignPage.say(FacesMessage.SEVERITY_INFO, deed.get());
            return here();
        } catch (RequestFailed refused) {
            return complain(why(refused));
        }
    }

    private static String why(RequestFailed refused) {
        var fields = refused.fields();
        return fields.isEmpty()
                ? String.valueOf(refused.getMessage())
                : fields.get(0).field() + " " + fields.get(0).message();
    }

    private @Nullable String complain(String why) {
        CampaignPage.say(FacesMessage.SEVERITY_ERROR, why);
        return here();
    }

    private String here() {
        return "/console/campaignPlan.xhtml?faces-redirect=true&id="
                + campaign().id();
    }

    /** Begins now. */
    public @Nullable String launch() {
        return deciding(() -> campaigns.launch(campaign()), "launch.done");
    }

    /** Begins by itself at the time that was given, in the zone of the browser. */
    public @Nullable String schedule() {
        var time = at;
        if (time == null || time.isBlank()) {
            return complain(TEXTS.get("when.none"));
        }
        return deciding(
                () -> campaigns.schedule(campaign(), time, formats.zone().getId()), "schedule.done");
    }

    /** Ends a draft that nobody wants. */
    public @Nullable String discard() {
        return deciding(() -> campaigns.cancel(campaign()), "cancel.done");
    }

    private @Nullable String deciding(Supplier<Campaign> deed, String done) {
        me.demand(Permission.SEND);
        try {
            var decided = deed.get();
            CampaignPage.say(FacesMessage.SEVERITY_INFO, TEXTS.getOr(done, done));
            var isStillDraft = decided.status() == CampaignStatus.DRAFT || decided.status() == CampaignStatus.SCHEDULED;
            return isStillDraft ? here() : "/console/campaign.xhtml?faces-redirect=true&id=" + decided.id();
        } catch (RequestFailed refused) {
            return complain(why(refused));
        }
    }

    /** Whether the plan is here: of a long list only when somebody has asked for it. */
    public boolean isPlanned() {
        return isAnybody() && (campaign().tally().total() <= QUICKLY_PLANNED || address.getPlan() != null);
    }

    public PlanView getPlan() {
        var known = plan;
        if (known == null) {
            known = new PlanView(plans.of(campaign()));
            plan = known;
        }
        return known;
    }

    public String getZone() {
        return formats.zone().getId();
    }

    public int getThreshold() {
        return campaign().errorThreshold();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    /** What columns mean that do not say it themselves. */
    public @Nullable String getColumns() {
        return columns;
    }

    public void setColumns(@Nullable String columns) {
        this.columns = columns;
    }

    /** Rows of a file, typed or pasted. */
    public @Nullable String getRows() {
        return rows;
    }

    public void setRows(@Nullable String rows) {
        this.rows = rows;
    }

    public @Nullable String getAudience() {
        return audience;
    }

    public void setAudience(@Nullable String audience) {
        this.audience = audience;
    }

    /** A local time. */
    public @Nullable String getAt() {
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at;
    }
}
