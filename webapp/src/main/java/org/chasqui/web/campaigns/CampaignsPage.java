package org.chasqui.web.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.CampaignStatus;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.campaigns.campaigns.Reports;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The campaigns of the workspace, the newest first. */
@Named
@RequestScoped
public class CampaignsPage {
    private static final Texts TEXTS = Texts.of("campaigns");
    private static final int ROWS = 20;

    /** The tabs in their order. */
    private static final List<CampaignStatus> TABS = List.of(
            CampaignStatus.RUNNING,
            CampaignStatus.PAUSED,
            CampaignStatus.SCHEDULED,
            CampaignStatus.DRAFT,
            CampaignStatus.FINISHED,
            CampaignStatus.CANCELLED);

    @Inject
    CurrentUser me;

    @Inject
    CampaignsAddress address;

    @Inject
    Campaigns campaigns;

    @Inject
    Reports reports;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Formats formats;

    private @Nullable List<Campaign> found;
    private @Nullable List<CampaignRow> rows;
    private @Nullable Map<CampaignStatus, Long> counts;

    /** One row more than shown is asked for: it tells whether there is another page. */
    private List<Campaign> found() {
        var known = found;
        if (known == null) {
            known = campaigns.list(me.workspaceId(), null, address.wanted(), ROWS + 1, address.beforeId());
            found = known;
        }
        return known;
    }

    private Map<CampaignStatus, Long> counts() {
        var known = counts;
        if (known == null) {
            known = campaigns.countByStatus(me.workspaceId());
            counts = known;
        }
        return known;
    }

    private long count(CampaignStatus status) {
        return counts().getOrDefault(status, 0L);
    }

    public List<CampaignRow> getRows() {
        var known = rows;
        if (known == null) {
            Map<UUID, SenderNumber> byId = numbers.list(me.workspaceId()).stream()
                    .collect(Collectors.toMap(SenderNumber::id, Function.identity()));
            var shown = found().stream().limit(ROWS).toList();
            var rates = reports.rates(shown);
            known = shown.stream()
                    .map(campaign -> new CampaignRow(
                            campaign, byId.get(campaign.numberId()), rates.getOrDefault(campaign.id(), 0L)))
                    .toList();
            rows = known;
        }
        return known;
    }

    /** When a campaign of the table will have ended; empty when nothing goes. */
    public String end(CampaignRow row) {
        var end = row.endAfter(formats.now());
        return end == null ? "" : TEXTS.get("left.end", formats.when(end));
    }

    /** What a campaign of the table has cost. */
    public Spent spent(CampaignRow row) {
        return new Spent(reports.spentLately(row.campaign()));
    }

    public List<StatusTab> getTabs() {
        var tabs = new ArrayList<StatusTab>();
        long all = counts().values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new StatusTab(null, all, address.wanted() == null));
        TABS.forEach(status -> tabs.add(new StatusTab(status, count(status), status == address.wanted())));
        return tabs;
    }

    /** Whether there is no campaign at all, filtered or not. */
    public boolean isNone() {
        return counts().isEmpty();
    }

    public String getSummary() {
        return TEXTS.get(
                "summary",
                count(CampaignStatus.RUNNING),
                count(CampaignStatus.PAUSED),
                count(CampaignStatus.SCHEDULED));
    }

    public boolean isOlder() {
        return found().size() > ROWS;
    }

    public String getOlderQuery() {
        return "?before=" + found().get(ROWS - 1).id() + status("&");
    }

    public String getNewestQuery() {
        return status("?");
    }

    private String status(String joint) {
        var wanted = address.wanted();
        return wanted == null ? "" : joint + "status=" + wanted.wireName();
    }
}
