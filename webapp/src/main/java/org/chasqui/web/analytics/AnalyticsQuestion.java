package org.chasqui.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.messages.Figures;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Formats;
import org.jspecify.annotations.Nullable;

/** What the address asks for: of the counts, and of the Messages page for the rows behind them. */
@RequestScoped
public class AnalyticsQuestion {
    @Inject
    CurrentUser me;

    @Inject
    AnalyticsAddress address;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Formats formats;

    CountFilter filter() {
        var everywhere = new CountFilter(
                me.workspaceId(),
                number(),
                address.getTemplate(),
                address.getCategory(),
                address.campaignId(),
                null,
                false);
        var market = market();
        return market == null ? everywhere : everywhere.inMarket(market, formats.today());
    }

    /** Latencies are kept by number and category. */
    CountFilter latencyFilter() {
        return new CountFilter(me.workspaceId(), number(), null, address.getCategory(), null, null, false);
    }

    /** Meta's id of the number that is asked for; what is none of the workspace filters nothing. */
    private @Nullable String phoneNumberId() {
        return number() == null ? null : address.getNumber();
    }

    private @Nullable UUID number() {
        return address.getNumber() == null
                ? null
                : numbers.find(me.workspaceId(), address.getNumber())
                        .map(SenderNumber::id)
                        .orElse(null);
    }

    private @Nullable String market() {
        var market = address.getMarket();
        return market != null && Markets.isKnown(market, formats.today()) ? market : null;
    }

    /** Whether people's messages can be chosen like that: they have no campaign, and are not counted by market. */
    boolean countsReceived() {
        return address.campaignId() == null && market() == null;
    }

    Period period() {
        return address.period(formats.today());
    }

    Instant since() {
        return period().begin(formats.zone());
    }

    /** The end of a period that is over; of one that goes on, now. */
    Instant until() {
        return isOver() ? period().end(formats.zone()) : formats.now();
    }

    private boolean isOver() {
        return period().last().isBefore(formats.today());
    }

    /** Our messages of the time that is asked for. */
    RowsQuery rows() {
        return chosen(ofPeriod(RowsQuery.outbound()));
    }

    private RowsQuery ofPeriod(RowsQuery rows) {
        return isOver() ? rows.between(since(), until()) : rows.since(since());
    }

    /** The same of any time and in any direction, as a piece of an address that begins with an ampersand. */
    String rowsOfAnyTime() {
        var query = chosen(RowsQuery.outbound()).with("direction", null).toString();
        return query.isEmpty() ? "" : "&" + query;
    }

    /** What latencies are of, of the time that is asked for. */
    RowsQuery latencyRowsOfPeriod() {
        return ofPeriod(latencyRows());
    }

    /** What latencies are of, of any time. */
    RowsQuery latencyRows() {
        return RowsQuery.outbound().with("number", phoneNumberId()).with("category", address.getCategory());
    }

    private RowsQuery chosen(RowsQuery rows) {
        var market = market();
        return rows.with("number", phoneNumberId())
                .with("category", address.getCategory())
                .with("template", address.getTemplate())
                .with("campaign", address.getCampaign())
                .with("market", market == null ? null : Figures.market(market, formats.today()));
    }
}
