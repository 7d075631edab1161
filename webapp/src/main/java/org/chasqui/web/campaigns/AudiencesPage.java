package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.chasqui.campaigns.audiences.Audience;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The saved audiences of the workspace. */
@Named
@RequestScoped
public class AudiencesPage {
    private static final Texts TEXTS = Texts.of("campaigns");
    private static final String HERE = "/console/audiences.xhtml?faces-redirect=true";

    @Inject
    CurrentUser me;

    @Inject
    Audiences audiences;

    private @Nullable List<Row> rows;
    private @Nullable String name;
    private @Nullable String tags;
    private @Nullable String chosen;

    /** An audience in the table. */
    public static final class Row {
        private final Audience audience;

        private Row(Audience audience) {
            this.audience = audience;
        }

        public String getId() {
            return audience.id().toString();
        }

        public String getName() {
            return audience.name();
        }

        public List<String> getTags() {
            return audience.tags();
        }

        public Instant getCreatedAt() {
            return audience.createdAt();
        }
    }

    public List<Row> getRows() {
        var known = rows;
        if (known == null) {
            known = audiences.list(me.workspaceId()).stream().map(Row::new).toList();
            rows = known;
        }
        return known;
    }

    /** Saves one. */
    public @Nullable String create() {
        me.demand(Permission.SEND);
        try {
            var all = tags == null ? List.<String>of() : Arrays.asList(tags.split(","));
            audiences.create(
                    me.workspaceId(),
                    name == null ? "" : name,
                    all.stream()
                            .map(String::strip)
                            .filter(tag -> !tag.isEmpty())
                            .toList());
            OneCampaign.say(FacesMessage.SEVERITY_INFO, TEXTS.get("audience.done"));
            return HERE;
        } catch (RequestFailed refused) {
            var why = refused.fields().isEmpty()
                    ? String.valueOf(refused.getMessage())
                    : refused.fields().get(0).message();
            FacesContext.getCurrentInstance()
                    .addMessage("newAudience:name", new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
            return null;
        }
    }

    /** Forgets the chosen one; contacts stay. */
    public String delete() {
        me.demand(Permission.SEND);
        var id = CampaignsAddress.uuid(chosen);
        if (id != null) {
            audiences.delete(me.workspaceId(), id);
            OneCampaign.say(FacesMessage.SEVERITY_INFO, TEXTS.get("audience.deleted"));
        }
        return HERE;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    /** Separated by commas. */
    public @Nullable String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags;
    }

    public @Nullable String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }
}
