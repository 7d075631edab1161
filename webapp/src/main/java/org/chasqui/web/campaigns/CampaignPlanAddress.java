package org.chasqui.web.campaigns;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Which draft the address names. */
@Named
@ViewScoped
public class CampaignPlanAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String id;
    private @Nullable String plan;

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    /** Any text when the plan of a long list is asked for. */
    public @Nullable String getPlan() {
        return plan;
    }

    public void setPlan(@Nullable String plan) {
        this.plan = plan;
    }
}
