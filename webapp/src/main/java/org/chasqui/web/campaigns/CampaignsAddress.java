package org.chasqui.web.campaigns;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.UUID;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.jspecify.annotations.Nullable;

/** What the address of the table of campaigns said, kept for the requests that its scripts make. */
@Named
@ViewScoped
public class CampaignsAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String status;
    private @Nullable String before;

    /** Null for all. */
    @Nullable
    CampaignStatus wanted() {
        return Arrays.stream(CampaignStatus.values())
                .filter(one -> one.wireName().equals(status))
                .findFirst()
                .orElse(null);
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    @Nullable
    UUID beforeId() {
        return uuid(before);
    }

    public boolean isPaged() {
        return before != null;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public @Nullable String getBefore() {
        return before;
    }

    public void setBefore(@Nullable String before) {
        this.before = before;
    }
}
