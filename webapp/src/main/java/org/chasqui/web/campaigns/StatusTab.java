package org.chasqui.web.campaigns;

import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A tab above the table: the campaigns in one status, or all. */
public final class StatusTab {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final @Nullable CampaignStatus status;
    private final long count;
    private final boolean current;

    StatusTab(@Nullable CampaignStatus status, long count, boolean current) {
        this.status = status;
        this.count = count;
        this.current = current;
    }

    public String getTitle() {
        var one = status;
        return one == null ? TEXTS.get("tab.all") : TEXTS.getOr("tab." + one.wireName(), one.wireName());
    }

    public String getQuery() {
        var one = status;
        return one == null ? "" : "?status=" + one.wireName();
    }

    public long getCount() {
        return count;
    }

    public boolean isCurrent() {
        return current;
    }
}
