package org.chasqui.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.ErrorCount;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.overview.Chart;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** How far messages came, when, how fast, and why not. Reads counts, never rows. */
@Named
@RequestScoped
public class AnalyticsPage {
    private static final Texts TEXTS = Texts.of("analytics");
    private static final int MOST_TEMPLATES = 50;
    private static final int MOST_CAMPAIGNS = 100;

    @Inject
    CurrentUser me;

    @Inject
    AnalyticsAddress address;

    @Inject
    Shell shell;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Campaigns campaigns;

    @Inject
    Rollups rollups;

    @Inject
    Formats formats;

    private @Nullable Totals totals;
    private @Nullable Chart chart;
    private @Nullable List<LatencyRow> latencies;
    private @Nullable List<ErrorRow> errors;
    private @Nullable List<TemplateLine> templates;

    private CountFilter filter() {
        UUID number = address.getNumber() == null
                ? null
                : numbers.find(me.workspaceId(), address.getNumber())
                        .map(SenderNumber::id)
                        .orElse(null);
        var everywhere = new CountFilter(
                me.workspaceId(),
                number,
                address.getTemplate(),
                address.getCategory(),
                address.campaignId(),
                null,
                false);
        var market = address.getMarket();
        return market == null ? everywhere : everywhere.inMarket(market, formats.today());
    }

    private Instant since() {
        return formats.today()
                .minusDays(address.days() - 1L)
                .atStartOfDay(formats.zone())
                .toInstant();
    }

    private Totals totals() {
        var known = totals;
        if (known == null) {
            known = rollups.totals(filter(), since(), formats.now());
            totals = known;
        }
        return known;
    }

    /** From queued to replied. */
    public List<FunnelRow> getFunnel() {
        var all = totals();
        return List.of(
                row("accepted", all.accepted(), all.queued()),
                row("sent", all.sent(), all.accepted()),
                row("delivered", all.delivered(), all.sent()),
                row("read", all.read(), all.delivered()),
                new FunnelRow("replied", TEXTS.get("funnel.replied"), all.replied(), all.read(), all.queued(), ""));
    }

    private FunnelRow row(String key, long count, long before) {
        return new FunnelRow(
                key, TEXTS.getOr("funnel." + key, key), count, before, totals().queued(), rows("&reached=" + key));
    }

    public String getQueued() {
        return Formats.count(totals().queued());
    }

    public String getQueuedQuery() {
        return rows("");
    }

    public String getFailed() {
        return Formats.count(totals().failed());
    }

    public String getFailedShare() {
        return Formats.percent(totals().failed(), totals().queued());
    }

    public String getFailedQuery() {
        return rows("&status=failed");
    }

    public String getDeliveredShare() {
        return Formats.percent(totals().delivered(), totals().accepted());
    }

    public String getReadShare() {
        return Formats.percent(totals().read(), totals().delivered());
    }

    public String getReceived() {
        return Formats.count(totals().received());
    }

    /** Volume by day. */
    public Chart getChart() {
        var known = chart;
        if (known == null) {
            known = Chart.ofDays(rollups.daily(filter(), address.days(), formats.zone()), formats.zone(), rowsChosen());
            chart = known;
        }
        return known;
    }

    public List<LatencyRow> getLatencies() {
        var known = latencies;
        if (known == null) {
            var all = filter();
            // Latencies are kept by number and category.
            var kept = new CountFilter(all.workspaceId(), all.numberId(), null, all.category(), null, null, false);
            known = rollups.latencies(kept, since(), formats.now()).stream()
                    .map(LatencyRow::new)
                    .toList();
            latencies = known;
        }
        return known;
    }

    public List<ErrorRow> getErrors() {
        var known = errors;
        if (known == null) {
            var counts = rollups.errors(filter(), since(), formats.now());
            var most = counts.stream().mapToLong(ErrorCount::messages).max().orElse(0);
            known = counts.stream()
                    .map(count -> new ErrorRow(count, most, rows("&status=failed&code=" + count.code())))
                    .toList();
            errors = known;
        }
        return known;
    }

    /** Those that were used most, first. */
    public List<TemplateLine> getTemplates() {
        var known = templates;
        if (known == null) {
            known = rollups.byTemplateName(filter(), since(), formats.now()).entrySet().stream()
                    .sorted(Map.Entry.<String, Totals>comparingByValue(Comparator.comparingLong(Totals::queued))
                            .reversed())
                    .limit(MOST_TEMPLATES)
                    .map(entry -> new TemplateLine(
                            entry.getKey(), entry.getValue(), rows("&template=" + encoded(entry.getKey()))))
                    .toList();
            templates = known;
        }
        return known;
    }

    /** The rows behind a figure: the query of the Messages page. */
    private String rows(String more) {
        return "direction=outbound&since=" + since() + rowsChosen() + more;
    }

    /** What the Messages page can choose by, too: everything but the market. */
    private String rowsChosen() {
        var query = new StringBuilder();
        add(query, "campaign", address.getCampaign());
        add(query, "number", address.getNumber());
        add(query, "category", address.getCategory());
        add(query, "template", address.getTemplate());
        return query.toString();
    }

    private String chosen() {
        var query = new StringBuilder(rowsChosen());
        add(query, "market", address.getMarket());
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The other choices of the address, for the links that change the time. */
    public String getChosen() {
        return chosen();
    }

    public List<Choice> getNumberChoices() {
        var usual = shell.getNumbers().stream()
                .map(number -> new Choice(number.getId(), number.getName()))
                .toList();
        return Choice.list(TEXTS.get("filter.all"), usual, address.getNumber(), UnaryOperator.identity());
    }

    public List<Choice> getCategoryChoices() {
        var usual = new ArrayList<Choice>();
        for (var category : List.of("marketing", "utility", "authentication", "service")) {
            usual.add(new Choice(category, TEXTS.getOr("category." + category, category)));
        }
        return Choice.list(TEXTS.get("filter.all"), usual, address.getCategory(), UnaryOperator.identity());
    }

    public List<Choice> getCampaignChoices() {
        var newest = campaigns.list(me.workspaceId(), null, null, MOST_CAMPAIGNS, null).stream()
                .map(campaign -> new Choice(campaign.id().toString(), campaign.name()))
                .toList();
        return Choice.list(TEXTS.get("filter.all"), newest, address.getCampaign(), UnaryOperator.identity());
    }

    public List<Choice> getMarketChoices() {
        var names = Markets.names(formats.today()).stream()
                .map(name -> new Choice(name, name))
                .toList();
        return Choice.list(TEXTS.get("filter.all"), names, address.getMarket(), UnaryOperator.identity());
    }

    public List<Choice> getTemplateChoices() {
        var used = rollups.byTemplateName(CountFilter.all(me.workspaceId()), since(), formats.now()).keySet().stream()
                .map(name -> new Choice(name, name))
                .toList();
        return Choice.list(TEXTS.get("filter.all"), used, address.getTemplate(), UnaryOperator.identity());
    }
}
