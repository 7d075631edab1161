package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignLists;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Plans;
import org.chasqui.campaigns.recipients.ImportView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A draft: when it goes, and what a launch would do. Its list is {@link CampaignPeoplePage}'s. */
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
    OneCampaign one;

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignLists lists;

    @Inject
    Plans plans;

    @Inject
    Formats formats;

    private @Nullable PlanView plan;
    private @Nullable List<String> variables;
    private @Nullable Boolean reading;
    private @Nullable String at;

    /** Answers 404 when there is no such campaign, and leads on when it has begun. */
    public void load() throws IOException {
        if (one.load(id()).isPresent() && !getRow().isDraft()) {
            var faces = FacesContext.getCurrentInstance();
            var page = faces.getExternalContext().getRequestContextPath() + getRow().getPage();
            faces.getExternalContext().redirect(page);
            faces.responseComplete();
        }
    }

    private @Nullable UUID id() {
        return CampaignsAddress.uuid(address.getId());
    }

    private Campaign campaign() {
        return one.get(id());
    }

    public CampaignRow getRow() {
        return one.row(id());
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

    private @Nullable String complain(String why) {
        OneCampaign.say(FacesMessage.SEVERITY_ERROR, why);
        return here();
    }

    private String here() {
        return "/console/campaignPlan.xhtml?faces-redirect=true&id="
                + campaign().id();
    }

    /** Begins now. */
    public @Nullable String launch() {
        return deciding(() -> campaigns.launch(campaign(), me.getEmail()), "launch.done");
    }

    /** Begins by itself at the time that was given, in the zone of the browser. */
    public @Nullable String schedule() {
        var time = at;
        if (time == null || time.isBlank()) {
            return complain(TEXTS.get("when.none"));
        }
        return deciding(
                () -> campaigns.schedule(campaign(), time, formats.zone().getId(), me.getEmail()), "schedule.done");
    }

    /** Ends a draft that nobody wants. */
    public @Nullable String discard() {
        return deciding(() -> campaigns.cancel(campaign(), me.getEmail()), "cancel.done");
    }

    private @Nullable String deciding(Supplier<Campaign> deed, String done) {
        me.demand(Permission.SEND);
        try {
            var decided = deed.get();
            OneCampaign.say(FacesMessage.SEVERITY_INFO, TEXTS.getOr(done, done));
            var isStillDraft = decided.status() == CampaignStatus.DRAFT || decided.status() == CampaignStatus.SCHEDULED;
            return isStillDraft ? here() : "/console/campaign.xhtml?faces-redirect=true&id=" + decided.id();
        } catch (RequestFailed refused) {
            return complain(OneCampaign.why(refused));
        }
    }

    /** Whether the plan is here: not while a file is being read, and of a long list only when somebody has asked for it. */
    public boolean isPlanned() {
        return isAnybody() && !isReading() && (isShort() || address.getPlan() != null);
    }

    private boolean isShort() {
        return campaign().tally().total() <= QUICKLY_PLANNED;
    }

    /** Whether a file is still being read into its list. */
    public boolean isReading() {
        var known = reading;
        if (known == null) {
            known = lists.imports(campaign()).stream().anyMatch(ImportView::isReading);
            reading = known;
        }
        return known;
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

    /** A local time. */
    public @Nullable String getAt() {
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at;
    }
}
