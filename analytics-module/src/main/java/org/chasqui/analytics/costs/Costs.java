package org.chasqui.analytics.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.analytics.rollups.CountRows;
import org.chasqui.analytics.rollups.CountTables;
import org.chasqui.analytics.rollups.Sheet;
import org.chasqui.analytics.rollups.SqlZone;
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
     * Hours of one day, ours and UTC's alike, have one price. What is told of before the time that is asked for goes first, and
     * days in the order of time; within a day the order is the same however many hours it is read from.
     */
    private static final String ESTIMATE = """
            select min(hour) as hour, number_id, category, country, (%1$s and hour >= ?) as wanted,
                sum(accepted)::bigint as messages
            from %2$s
            group by %3$s, %4$s, number_id, category, country, wanted having sum(accepted) > 0
            order by %3$s, %4$s, wanted, number_id, category, country
            """;

    private static final String ACTUAL = """
            select min(hour) as hour, number_id, category, country, price_model, price_type, price_category, billable,
                (%1$s and hour >= ?) as wanted, sum(messages)::bigint as messages
            from %2$s
            group by %3$s, %4$s, number_id, category, country, price_model, price_type, price_category, billable, wanted
            having sum(messages) > 0
            order by %3$s, %4$s, wanted, number_id, category, country, price_model, price_type, price_category, billable
            """;

    private static final SqlZone UTC = SqlZone.of(ZoneOffset.UTC);

    /** Meta's name of the old model: conversation-based pricing. */
    private static final String CONVERSATIONS = "CBP";

    private static final String CHARGED_TYPE = "regular";

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
        var currencyOf = currencies.of(filter.workspaceId());
        var reading = new Reading(
                filter,
                first,
                zone,
                currencyOf,
                sheet,
                rows(Sheet.CUBE, filter.workspaceId(), first, until, zone),
                rows(Sheet.PRICES, filter.workspaceId(), first, until, zone));
        return jdbc.run("adding up costs", connection -> {
            estimate(connection, reading, Meter.ofEstimates(cards));
            var model = actual(connection, reading, Meter.ofCharged(cards));
            return sheet.report(first, until, model);
        });
    }

    /** The months that the time touches are read whole, for what is counted by the month. */
    private CountRows rows(Sheet sheet, UUID workspaceId, Instant since, Instant until, ZoneId zone) {
        var month = YearMonth.from(since.atZone(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return tables.byDayOf(zone, sheet, workspaceId, month, since, until);
    }

    private record Reading(
            CountFilter filter,
            Instant since,
            ZoneId zone,
            Map<UUID, String> currencyOf,
            CostSheet sheet,
            CountRows accepted,
            CountRows priced) {
        private Usage usage(ResultSet row, PriceCategory category) throws SQLException {
            var number = Columns.uuid(row, "number_id");
            return new Usage(
                    Columns.requiredInstant(row, "hour"),
                    number,
                    currencyOf.getOrDefault(number, AccountCurrencies.USUAL),
                    row.getString("country"),
                    category,
                    row.getLong("messages"));
        }
    }

    private static void estimate(Connection connection, Reading reading, Meter meter) throws SQLException {
        try (var statement = prepare(connection, ESTIMATE, reading.accepted, reading);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var usage = reading.usage(rows, category(rows.getString("category")));
                var charge = meter.price(usage);
                if (rows.getBoolean("wanted")) {
                    reading.sheet.estimate(usage, charge);
                }
            }
        }
    }

    /** @return the model that Meta goes by */
    private static String actual(Connection connection, Reading reading, Meter meter) throws SQLException {
        long byMessage = 0;
        long byConversation = 0;
        try (var statement = prepare(connection, ACTUAL, reading.priced, reading);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var usage = reading.usage(rows, saidCategory(rows));
                boolean conversation = rows.getString("price_model").equals(CONVERSATIONS);
                var charge = actual(usage, conversation, isCharged(rows), meter);
                if (rows.getBoolean("wanted")) {
                    reading.sheet.actual(usage, charge);
                    byConversation += conversation ? usage.messages() : 0;
                    byMessage += conversation ? 0 : usage.messages();
                }
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

    /** Meta is going to drop {@code billable} in favour of {@code type}. */
    private static boolean isCharged(ResultSet row) throws SQLException {
        int billable = row.getInt("billable");
        return billable < 0 ? row.getString("price_type").equals(CHARGED_TYPE) : billable == 1;
    }

    private static PriceCategory saidCategory(ResultSet row) throws SQLException {
        var said = row.getString("price_category");
        return PriceCategory.ofWireName(said).orElse(category(row.getString("category")));
    }

    private static PriceCategory category(String ours) {
        return PriceCategory.ofWireName(ours).orElse(PriceCategory.SERVICE);
    }

    private static PreparedStatement prepare(Connection connection, String sql, CountRows rows, Reading reading)
            throws SQLException {
        var conditions = reading.filter.conditions();
        var statement = connection.prepareStatement(sql.formatted(
                conditions.sql(),
                rows.sql(),
                UTC.day("hour"),
                SqlZone.of(reading.zone).day("hour")));
        int index = 1;
        for (var value : conditions.values()) {
            statement.setObject(index++, value);
        }
        Columns.set(statement, index++, reading.since);
        rows.bind(statement, index);
        return statement;
    }
}
