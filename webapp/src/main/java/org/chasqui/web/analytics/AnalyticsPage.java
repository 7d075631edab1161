package org.chasqui.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.chasqui.analytics.rollups.ErrorCount;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.web.overview.Chart;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** How far messages came, when, how fast, and why not. Reads counts, never rows. */
@Named
@RequestScoped
public class AnalyticsPage {
    private static final Texts TEXTS = Texts.of("analytics");
    private static final int MOST_TEMPLATES = 50;

    @Inject
    AnalyticsAddress address;

    @Inject
    AnalyticsQuestion question;

    @Inject
    Rollups rollups;

    @Inject
    Formats formats;

    private @Nullable Totals totals;
    private @Nullable Chart chart;
    private @Nullable LatencyChart latencyChart;
    private @Nullable List<LatencyRow> latencies;
    private @Nullable List<ErrorRow> errors;
    private @Nullable List<TemplateLine> templates;

    private Totals totals() {
        var known = totals;
        if (known == null) {
            known = rollups.totals(question.filter(), question.since(), question.until());
            totals = known;
        }
        return known;
    }

    /** Whether nothing was sent and nothing came in. */
    public boolean isBlank() {
        return totals().queued() == 0 && totals().received() == 0;
    }

    /** From queued to replied. */
    public List<FunnelRow> getFunnel() {
        var all = totals();
        return List.of(
                row("accepted", all.accepted(), all.queued()),
                row("sent", all.sent(), all.accepted()),
                row("delivered", all.delivered(), all.sent()),
                row("read", all.read(), all.delivered()),
                row("replied", all.replied(), all.read()));
    }

    private FunnelRow row(String step, long count, long before) {
        var rows = question.rows().reached(step).toString();
        return new FunnelRow(step, TEXTS.getOr("funnel." + step, step), count, before, totals().queued(), rows);
    }

    public String getQueued() {
        return Formats.count(totals().queued());
    }

    public String getQueuedQuery() {
        return question.rows().toString();
    }

    public String getFailed() {
        return Formats.count(totals().failed());
    }

    public String getFailedShare() {
        return Formats.percent(totals().failed(), totals().queued());
    }

    public String getFailedQuery() {
        return question.rows().status("failed").toString();
    }

    public String getDeliveredShare() {
        return Formats.percent(totals().delivered(), totals().accepted());
    }

    public String getReadShare() {
        return Formats.percent(totals().read(), totals().delivered());
    }

    /** Whether people's messages can be chosen as the address does. */
    public boolean isCountsReceived() {
        return question.countsReceived();
    }

    public String getReceived() {
        return Formats.count(totals().received());
    }

    public String getReceivedQuery() {
        return question.rows().inbound().toString();
    }

    /** How crowded the charts are: {@code 7d}, {@code 30d} or {@code 90d}, whatever the period. */
    public String getCrowd() {
        int days = question.period().days();
        return days <= 7 ? "7d" : days <= 31 ? "30d" : "90d";
    }

    /** Volume by day. */
    public Chart getChart() {
        var known = chart;
        if (known == null) {
            var period = question.period();
            var days = rollups.daily(question.filter(), period.first(), period.last(), formats.zone());
            known = Chart.ofDays(days, formats.zone(), question.rowsOfAnyTime());
            chart = known;
        }
        return known;
    }

    /** How long the chosen step took by day. */
    public LatencyChart getLatencyChart() {
        var known = latencyChart;
        if (known == null) {
            var period = question.period();
            var days = rollups.latencyByDay(
                    question.latencyFilter(), address.step(), period.first(), period.last(), formats.zone());
            known = new LatencyChart(days, address.getStep(), formats.zone(), question.latencyRows());
            latencyChart = known;
        }
        return known;
    }

    /** How long the chosen step took, by category. */
    public List<LatencyRow> getLatencies() {
        var known = latencies;
        if (known == null) {
            var rows = question.latencyRowsOfPeriod();
            known = rollups.latencies(question.latencyFilter(), question.since(), question.until()).stream()
                    .filter(latency -> latency.step() == address.step())
                    .map(latency -> new LatencyRow(latency, rows))
                    .toList();
            latencies = known;
        }
        return known;
    }

    public List<ErrorRow> getErrors() {
        var known = errors;
        if (known == null) {
            var counts = rollups.errors(question.filter(), question.since(), question.until());
            var most = counts.stream().mapToLong(ErrorCount::messages).max().orElse(0);
            var failed = question.rows().status("failed");
            known = counts.stream()
                    .map(count -> new ErrorRow(
                            count,
                            most,
                            failed.with("code", Integer.toString(count.code())).toString()))
                    .toList();
            errors = known;
        }
        return known;
    }

    /** Those that were used most, first. */
    public List<TemplateLine> getTemplates() {
        var known = templates;
        if (known == null) {
            known = rollups.byTemplateName(question.filter(), question.since(), question.until()).entrySet().stream()
                    .sorted(Map.Entry.<String, Totals>comparingByValue(Comparator.comparingLong(Totals::queued))
                            .reversed())
                    .limit(MOST_TEMPLATES)
                    .map(entry -> new TemplateLine(
                            entry.getKey(), entry.getValue(), question.rows().with("template", entry.getKey())))
                    .toList();
            templates = known;
        }
        return known;
    }
}
