package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignLists;
import org.chasqui.campaigns.recipients.ColumnMap;
import org.chasqui.campaigns.recipients.ImportView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Whom a draft goes to: a file, some rows, or a saved audience are put on its list. */
@Named
@RequestScoped
public class CampaignPeoplePage {
    private static final Texts TEXTS = Texts.of("campaigns");

    /** A file that takes longer goes on behind the page, which shows how far it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    CurrentUser me;

    @Inject
    CampaignPlanAddress address;

    @Inject
    OneCampaign one;

    @Inject
    CampaignLists lists;

    @Inject
    Audiences audiences;

    private @Nullable List<ImportRow> imports;
    private @Nullable Part file;
    private @Nullable String columns;
    private @Nullable String rows;
    private @Nullable String audience;

    private Campaign campaign() {
        return one.get(CampaignsAddress.uuid(address.getId()));
    }

    public List<ImportRow> getImports() {
        var known = imports;
        if (known == null) {
            known = lists.imports(campaign()).stream().map(ImportRow::new).toList();
            imports = known;
        }
        return known;
    }

    public List<Choice> getAudiences() {
        return audiences.list(me.workspaceId()).stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
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
                return lists.addBehind(campaign(), bytes, ColumnMap.parse(columns), PATIENCE)
                        .map(CampaignPeoplePage::told)
                        .orElseGet(() -> Told.well(TEXTS.get("people.file.long")));
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
        return adding(() -> told(lists.add(campaign(), bytes, ColumnMap.parse(null))));
    }

    /** Puts a saved audience on the list. */
    public @Nullable String use() {
        var chosen = audiences.list(me.workspaceId()).stream()
                .filter(each -> each.id().toString().equals(audience))
                .findFirst();
        if (chosen.isEmpty()) {
            return complain(TEXTS.get("people.audience.none"));
        }
        return adding(() -> {
            var added = lists.add(campaign(), chosen.get());
            return Told.well(TEXTS.get("people.added", added.added(), added.skipped()));
        });
    }

    /** What became of people who were to be put on the list. */
    private record Told(FacesMessage.Severity severity, String text) {
        private static Told well(String text) {
            return new Told(FacesMessage.SEVERITY_INFO, text);
        }
    }

    private static Told told(ImportView view) {
        var problem = view.problem();
        var added = TEXTS.get("people.added", view.added(), view.skipped());
        return problem == null ? Told.well(added) : new Told(FacesMessage.SEVERITY_WARN, added + " " + problem);
    }

    private @Nullable String adding(Supplier<Told> deed) {
        me.demand(Permission.SEND);
        try {
            var told = deed.get();
            OneCampaign.say(told.severity(), told.text());
            return here();
        } catch (RequestFailed refused) {
            return complain(OneCampaign.why(refused));
        }
    }

    private String complain(String why) {
        OneCampaign.say(FacesMessage.SEVERITY_ERROR, why);
        return here();
    }

    private String here() {
        return "/console/campaignPlan.xhtml?faces-redirect=true&id="
                + campaign().id();
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
}
