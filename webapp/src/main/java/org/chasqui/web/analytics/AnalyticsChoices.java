package org.chasqui.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.LatencyStep;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** What can be chosen on the page. */
@Named
@RequestScoped
public class AnalyticsChoices {
    private static final Texts TEXTS = Texts.of("analytics");
    private static final int MOST_CAMPAIGNS = 100;

    @Inject
    CurrentUser me;

    @Inject
    AnalyticsAddress address;

    @Inject
    AnalyticsQuestion question;

    @Inject
    Shell shell;

    @Inject
    Campaigns campaigns;

    @Inject
    Rollups rollups;

    @Inject
    Formats formats;

    /** The address without the time, for the links that change it; begins with an ampersand unless empty. */
    public String getWithoutTime() {
        return "&step=" + address.getStep() + filters();
    }

    /** The address without the step whose times are drawn. */
    public String getWithoutStep() {
        return "&" + getTime() + filters();
    }

    /** The part of the address that tells the time. */
    public String getTime() {
        return address.own(formats.today())
                .map(period -> "from=" + period.first() + "&to=" + period.last())
                .orElseGet(() -> "range=" + address.getRange());
    }

    /** The address of the same counts as a file. */
    public String getFile() {
        return getTime() + filters();
    }

    /** Whether a period of one's own is chosen. */
    public boolean isOwnPeriod() {
        return address.own(formats.today()).isPresent();
    }

    /** The first day of it; empty where a range is chosen. */
    public String getFirstDay() {
        return address.own(formats.today())
                .map(period -> period.first().toString())
                .orElse("");
    }

    /** The last day of it. */
    public String getLastDay() {
        return address.own(formats.today())
                .map(period -> period.last().toString())
                .orElse("");
    }

    public String getToday() {
        return formats.today().toString();
    }

    private String filters() {
        var query = RowsQuery.outbound()
                .with("direction", null)
                .with("number", address.getNumber())
                .with("category", address.getCategory())
                .with("template", address.getTemplate())
                .with("campaign", address.getCampaign())
                .with("market", address.getMarket())
                .toString();
        return query.isEmpty() ? "" : "&" + query;
    }

    /** The steps whose times are drawn one by one. */
    public List<Choice> getSteps() {
        var steps = new ArrayList<Choice>();
        for (var step : LatencyStep.values()) {
            steps.add(new Choice(step.wireName(), TEXTS.get("step.short." + step.wireName())));
        }
        return steps;
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
        var used =
                rollups
                        .byTemplateName(CountFilter.all(me.workspaceId()), question.since(), question.until())
                        .keySet()
                        .stream()
                        .map(name -> new Choice(name, name))
                        .toList();
        return Choice.list(TEXTS.get("filter.all"), used, address.getTemplate(), UnaryOperator.identity());
    }
}
