package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.analytics.costs.CostReport;
import org.chasqui.analytics.costs.Costs;
import org.chasqui.analytics.costs.PriceCategory;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;

/**
 * What a client has used, by Meta's word on each message and the rate cards. Nobody pays here, Meta bills the business itself:
 * the balance is always nought.
 */
@ApplicationScoped
class Balances {
    private static final String USUAL_CURRENCY = "USD";

    /** Seconds of the year 5138; what is more are milliseconds. */
    private static final long MOST_SECONDS = 100_000_000_000L;
    /** The calendar of Java reaches further than that of the database. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    @Inject
    Costs costs;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    /** What is used from {@code start_date} to {@code end_date} (Unix seconds), by {@code granularity}: day, or month. */
    ObjectNode of(UUID workspaceId, AccountView account, Arguments query) {
        var now = clock.instant();
        var month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        var since = time(query, "start_date", month.atStartOfDay().toInstant(ZoneOffset.UTC));
        var until = time(query, "end_date", now);
        if (!since.isBefore(until)) {
            throw RequestFailed.invalid("end_date", "must be after start_date.");
        }
        boolean isByDay = isByDay(query);
        var used = used(workspaceId, account, since, until);
        var days = used.stream().flatMap(one -> one.days().stream()).toList();
        var estimate = used.stream().map(one -> one.estimate().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("balance", 0)
                .put("currency", account.currency() == null ? USUAL_CURRENCY : account.currency())
                .put("estimated_template_cost", estimate)
                .put("granularity", isByDay ? "day" : "month");
        var usage = tree.putArray("usage");
        periods(days, isByDay).forEach((day, parts) -> usage.add(period(day, parts)));
        return tree;
    }

    private List<CostReport.InCurrency> used(UUID workspaceId, AccountView account, Instant since, Instant until) {
        var found = new ArrayList<CostReport.InCurrency>();
        for (var number : numbers.list(workspaceId)) {
            if (number.accountId().equals(account.id())) {
                var filter = new CountFilter(workspaceId, number.id(), null, null, null, null, false);
                found.addAll(costs.report(filter, since, until, ZoneOffset.UTC).currencies());
            }
        }
        return found;
    }

    private static Map<LocalDate, List<CostReport.Day>> periods(List<CostReport.Day> days, boolean isByDay) {
        var periods = new TreeMap<LocalDate, List<CostReport.Day>>(Comparator.naturalOrder());
        days.forEach(day -> periods.computeIfAbsent(
                        isByDay ? day.day() : day.day().withDayOfMonth(1), first -> new ArrayList<>())
                .add(day));
        return periods;
    }

    /** Quantities are of messages; those that Meta has charged for are paid. */
    static ObjectNode period(LocalDate first, List<CostReport.Day> parts) {
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "period_date",
                        first.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
        for (var category : PriceCategory.values()) {
            add(
                    tree,
                    category.wireName() + "_",
                    parts.stream().filter(part -> part.category() == category).toList());
        }
        add(tree, "", parts);
        tree.put(
                "free_quantity",
                tree.path("quantity").asLong() - tree.path("paid_quantity").asLong());
        tree.set("total_price", tree.remove("price"));
        return tree;
    }

    private static void add(ObjectNode tree, String prefix, List<CostReport.Day> parts) {
        tree.put(
                prefix + "quantity",
                parts.stream().mapToLong(part -> part.actual().messages()).sum());
        tree.put(
                prefix + "paid_quantity",
                parts.stream().mapToLong(part -> part.actual().charged()).sum());
        tree.put(
                prefix + "price",
                parts.stream().map(part -> part.actual().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static boolean isByDay(Arguments query) {
        return switch (query.text("granularity").orElse("month").toLowerCase(Locale.ROOT)) {
            case "day" -> true;
            case "month" -> false;
            default -> throw RequestFailed.invalid("granularity", "must be day or month.");
        };
    }

    private static Instant time(Arguments query, String name, Instant usual) {
        return query.number(name).map(number -> time(name, number)).orElse(usual);
    }

    private static Instant time(String name, BigDecimal number) {
        boolean isMillis = number.compareTo(BigDecimal.valueOf(MOST_SECONDS)) > 0;
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LATEST.toEpochMilli())) > 0) {
            throw RequestFailed.invalid(name, "must be Unix seconds of a time between 1970 and 9999.");
        }
        return isMillis ? Instant.ofEpochMilli(number.longValue()) : Instant.ofEpochSecond(number.longValue());
    }
}
