package org.chasqui.web.costs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.Costs;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.messages.RowsQuery;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a month costs. Months and days are those of UTC, as in the rate cards. */
@Named
@RequestScoped
public class CostsPage {
    private static final Texts TEXTS = Texts.of("costs");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Texts.LOCALE);
    private static final int MONTHS = 12;

    @Inject
    CurrentUser me;

    @Inject
    CostsAddress address;

    @Inject
    Shell shell;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Costs costs;

    @Inject
    Rollups rollups;

    @Inject
    Formats formats;

    private @Nullable CostReport report;
    private @Nullable List<FreeTier> tiers;

    private LocalDate today() {
        return LocalDate.ofInstant(formats.now(), ZoneOffset.UTC);
    }

    private YearMonth month() {
        var asked = address.month();
        return asked == null ? YearMonth.from(today()) : asked;
    }

    private Instant since() {
        return month().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Instant until() {
        return month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private CountFilter filter() {
        var everywhere = new CountFilter(me.workspaceId(), number(), null, null, null, null, false);
        var market = market();
        return market == null ? everywhere : everywhere.inMarket(market, month().atDay(1));
    }

    /** What is no number of the workspace filters nothing. */
    private @Nullable UUID number() {
        return address.getNumber() == null
                ? null
                : numbers.find(me.workspaceId(), address.getNumber())
                        .map(SenderNumber::id)
                        .orElse(null);
    }

    /** What is no market of the month filters nothing. */
    private @Nullable String market() {
        var market = address.getMarket();
        return market != null && Markets.isKnown(market, month().atDay(1)) ? market : null;
    }

    private CostReport report() {
        var known = report;
        if (known == null) {
            known = costs.report(filter(), since(), until(), ZoneOffset.UTC);
            report = known;
        }
        return known;
    }

    public String getMonthTitle() {
        return MONTH.format(month());
    }

    /** Whether Meta spoke of conversations only, which have no price of a message. */
    public boolean isByConversation() {
        return report().model().equals(CostReport.PER_CONVERSATION);
    }

    /** An entry for each currency that accounts are billed in. */
    public List<CurrencyCosts> getCurrencies() {
        return report().currencies().stream()
                .map(costs -> new CurrencyCosts(costs, month(), CostLinks.of(month(), numbers(costs), market())))
                .toList();
    }

    /** Where there are several currencies, the numbers tell their messages apart. */
    private @Nullable String numbers(CostReport.InCurrency costs) {
        if (number() != null) {
            return address.getNumber();
        }
        if (report().currencies().size() == 1) {
            return null;
        }
        return costs.numbers().stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    /** Whether service messages are charged in the month, beyond the free ones. */
    public boolean isServiceCharged() {
        return !month().atDay(1).isBefore(Costs.SERVICE_CHARGED_SINCE);
    }

    public String getServiceChargedSince() {
        return RateCardRow.day(Costs.SERVICE_CHARGED_SINCE);
    }

    /** The free service messages of each number; the market does not matter to them. */
    public List<FreeTier> getTiers() {
        var known = tiers;
        if (known == null) {
            known = shell.getNumbers().stream()
                    .filter(number -> number() == null || number.getId().equals(address.getNumber()))
                    .map(number -> tier(number.getName(), number.getId(), UUID.fromString(number.getOurId())))
                    .toList();
            tiers = known;
        }
        return known;
    }

    private FreeTier tier(String name, String phoneNumberId, UUID numberId) {
        var service = new CountFilter(me.workspaceId(), numberId, null, "service", null, null, false);
        var used = rollups.totals(service, since(), until()).accepted();
        return new FreeTier(
                name, used, CostLinks.of(month(), phoneNumberId, null).accepted("service"));
    }

    /** The other choices of the address, for links that change one of them. */
    public String getChosen() {
        return RowsQuery.outbound()
                .with("direction", null)
                .with("month", getMonth())
                .with("number", address.getNumber())
                .toString();
    }

    /** This month and those before it. */
    public List<Choice> getMonthChoices() {
        var choices = new ArrayList<Choice>();
        var current = YearMonth.from(today());
        for (int i = 0; i < MONTHS; i++) {
            var month = current.minusMonths(i);
            choices.add(new Choice(month.toString(), MONTH.format(month)));
        }
        if (choices.stream().noneMatch(choice -> choice.getValue().equals(getMonth()))) {
            choices.add(new Choice(getMonth(), getMonthTitle()));
        }
        return choices;
    }

    public String getMonth() {
        return month().toString();
    }

    public List<Choice> getNumberChoices() {
        var usual = shell.getNumbers().stream()
                .map(number -> new Choice(number.getId(), number.getName()))
                .toList();
        return Choice.list(TEXTS.get("filter.all"), usual, address.getNumber(), UnaryOperator.identity());
    }

    public List<Choice> getMarketChoices() {
        var names = Markets.names(month().atDay(1)).stream()
                .map(name -> new Choice(name, name))
                .toList();
        return Choice.list(TEXTS.get("filter.all"), names, address.getMarket(), UnaryOperator.identity());
    }
}
