package org.chasqui.analytics.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.CountRows;
import org.chasqui.analytics.rollups.CountTables;
import org.chasqui.analytics.rollups.Sheet;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/**
 * What messages cost, from the counts and the rate cards: no money is stored, so a card that is imported later prices the
 * past as well, and an answer costs the same with ten messages and with ten million.
 *
 * <p>The estimate knows what we know when we send: every message that Meta took, by the category that we sent it under, with
 * the free service messages of each number taken out; it cannot know of free entry points and of messages that never
 * arrive. The actual costs know what Meta said of each message in its status webhooks, and price what it calls billable. It
 * tells categories and never an amount, so both go by the same cards.
 */
@ApplicationScoped
public class Costs {
    /** Meta, change of 2026-10-01: since then each message that is no template is charged, and utility within the window. */
    public static final LocalDate SERVICE_CHARGED_SINCE = CardBook.SERVICE_CHARGED_SINCE;

    /** Meta: service messages of a number that are free in each calendar month, since they are charged. */
    public static final long FREE_SERVICE_MESSAGES = Meter.FREE_SERVICE_MESSAGES;

    /**
     * Hours of one span have one price. Without an order, which {@link CostRow} has: the database adds up through a hash and
     * need not sort all that it reads. Who pays is the number, or {@link Payers#ANYBODY} where that makes no difference.
     */
    private static final String ESTIMATE = """
            select width_bucket(hour, ?) as span, %3$s as payer, category, country, (%1$s) as wanted,
                '' as price_model, '' as price_type, '' as price_category, 0 as billable, sum(accepted)::bigint as messages
            from %2$s
            group by span, payer, category, country, wanted having sum(accepted) > 0
            """;

    private static final String ACTUAL = """
            select width_bucket(hour, ?) as span, %3$s as payer, category, country, (%1$s) as wanted,
                price_model, price_type, price_category, billable, sum(messages)::bigint as messages
            from %2$s
            group by span, payer, category, country, wanted, price_model, price_type, price_category, billable
            having sum(messages) > 0
            """;

    @Inject
    Sql jdbc;

    @Inject
    CountTables tables;

    @Inject
    RateCards rateCards;

    @Inject
    AccountCurrencies currencies;

    /**
     * What messages of some time cost.
     *
     * @param since inclusive, down to the hour
     * @param until exclusive
     * @param zone whose days the costs are told by
     */
    @Transactional
    public CostReport report(CountFilter filter, Instant since, Instant until, ZoneId zone) {
        var first = since.truncatedTo(ChronoUnit.HOURS);
        var sheet = new CostSheet(zone);
        var cards = rateCards.book(filter.workspaceId());
        var reading = new Reading(
                filter,
                Spans.of(first, until, zone, cards.changes()),
                new Payers(currencies.of(filter.workspaceId())),
                sheet,
                rows(Sheet.CUBE, filter.workspaceId(), first, until, zone),
                rows(Sheet.PRICES, filter.workspaceId(), first, until, zone));
        return jdbc.run("adding up costs", connection -> {
            estimate(connection, reading, Meter.ofEstimates(cards));
            var model = actual(connection, reading, Meter.ofCharged(cards));
            return sheet.report(first, until, model);
        });
    }

    /** With the month so far, for what is counted by the month; of that nobody tells days. */
    private CountRows rows(Sheet sheet, UUID workspaceId, Instant since, Instant until, ZoneId zone) {
        return tables.byDay(sheet, workspaceId, Spans.month(since), since)
                .and(tables.byDayOf(zone, sheet, workspaceId, since, until));
    }

    private record Reading(
            CountFilter filter, Spans spans, Payers payers, CostSheet sheet, CountRows accepted, CountRows priced) {
        private Usage usage(CostRow row, PriceCategory category) {
            return new Usage(
                    spans.beginning(row.span()),
                    row.payer(),
                    payers.currencyOf(row.payer()),
                    row.country(),
                    category,
                    row.messages());
        }

        private boolean isTold(CostRow row) {
            return row.wanted() && spans.isTold(row.span());
        }
    }

    private static void estimate(Connection connection, Reading reading, Meter meter) throws SQLException {
        for (var row : read(connection, ESTIMATE, reading.accepted, reading.payers.ofEstimates(), reading)) {
            var usage = reading.usage(row, row.ourCategory());
            var charge = meter.price(usage);
            if (reading.isTold(row)) {
                reading.sheet.estimate(usage, charge);
            }
        }
    }

    /** @return the model that Meta goes by */
    private static String actual(Connection connection, Reading reading, Meter meter) throws SQLException {
        long byMessage = 0;
        long byConversation = 0;
        for (var row : read(connection, ACTUAL, reading.priced, reading.payers.ofCharged(), reading)) {
            var usage = reading.usage(row, row.saidCategory());
            var charge = actual(usage, row.isOfConversation(), row.isCharged(), meter);
            if (reading.isTold(row)) {
                reading.sheet.actual(usage, charge);
                byConversation += row.isOfConversation() ? usage.messages() : 0;
                byMessage += row.isOfConversation() ? 0 : usage.messages();
            }
        }
        return byConversation > 0 && byMessage == 0 ? CostReport.PER_CONVERSATION : CostReport.PER_MESSAGE;
    }

    /** A conversation was charged once for many messages, and no card of today tells how much. */
    private static Charge actual(Usage usage, boolean conversation, boolean charged, Meter meter) {
        if (!charged) {
            return Charge.free(usage.messages());
        }
        return conversation ? Charge.unpriced(usage.messages(), usage.messages()) : meter.price(usage);
    }

    /** What was counted, in the order in which it is priced. */
    private static List<CostRow> read(Connection connection, String sql, CountRows rows, String payer, Reading reading)
            throws SQLException {
        var conditions = reading.filter.conditions();
        try (var statement = connection.prepareStatement(sql.formatted(conditions.sql(), rows.sql(), payer))) {
            int index = 1;
            statement.setArray(
                    index++, Columns.of(connection, "timestamptz", reading.spans.beginnings(), beginning -> beginning));
            for (var value : conditions.values()) {
                statement.setObject(index++, value);
            }
            rows.bind(statement, index);
            try (var found = statement.executeQuery()) {
                return CostRow.read(found);
            }
        }
    }
}
