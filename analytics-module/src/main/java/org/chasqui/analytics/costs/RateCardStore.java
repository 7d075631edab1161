package org.chasqui.analytics.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** The cards that workspaces have imported. Callers bring the transaction. */
@ApplicationScoped
class RateCardStore {
    private static final String LIST = """
            select c.id, c.name, c.currency, c.effective_on, r.market, r.category, r.from_message, r.price
            from ana_rate_card c join ana_rate r on r.card_id = c.id
            where c.workspace_id = ? order by c.effective_on, c.id
            """;
    private static final String INSERT_CARD = """
            insert into ana_rate_card (id, workspace_id, name, currency, effective_on, imported_at)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_RATES = """
            insert into ana_rate (card_id, market, category, from_message, price)
            select ?, * from unnest(?::text[], ?::text[], ?::bigint[], ?::numeric[])
            """;

    @Inject
    Sql jdbc;

    /** A card while its prices are being read. */
    private record Draft(
            UUID id,
            String name,
            String currency,
            LocalDate effectiveOn,
            Map<RateCard.Slot, Map<Long, BigDecimal>> prices) {
        private RateCard finished() {
            var tiers = new HashMap<RateCard.Slot, Tiers>();
            prices.forEach((slot, byMessage) -> tiers.put(slot, new Tiers(byMessage)));
            return new RateCard(id, name, currency, effectiveOn, Map.copyOf(tiers));
        }
    }

    /** The cards of a workspace, the oldest first. */
    List<RateCard> list(UUID workspaceId) {
        return jdbc.run("reading rate cards", connection -> {
            var cards = new LinkedHashMap<UUID, Draft>();
            try (var statement = connection.prepareStatement(LIST)) {
                statement.setObject(1, workspaceId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var id = Columns.uuid(rows, "id");
                        var card = cards.get(id);
                        if (card == null) {
                            var day = rows.getDate("effective_on").toLocalDate();
                            card = new Draft(
                                    id, rows.getString("name"), rows.getString("currency"), day, new HashMap<>());
                            cards.put(id, card);
                        }
                        var slot = new RateCard.Slot(
                                rows.getString("market"), PriceCategory.valueOf(rows.getString("category")));
                        card.prices()
                                .computeIfAbsent(slot, key -> new HashMap<>())
                                .put(rows.getLong("from_message"), rows.getBigDecimal("price"));
                    }
                }
            }
            return cards.values().stream().map(Draft::finished).toList();
        });
    }

    /** Writes a card in the place of the one for the same currency and day. */
    void replace(UUID workspaceId, RateCard card, Instant now) {
        jdbc.execute("writing a rate card", connection -> {
            try (var statement = connection.prepareStatement(
                    "delete from ana_rate_card where workspace_id = ? and currency = ? and effective_on = ?")) {
                statement.setObject(1, workspaceId);
                statement.setString(2, card.currency());
                statement.setDate(3, Date.valueOf(card.effectiveOn()));
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement(INSERT_CARD)) {
                statement.setObject(1, card.id());
                statement.setObject(2, workspaceId);
                statement.setString(3, card.name());
                statement.setString(4, card.currency());
                statement.setDate(5, Date.valueOf(card.effectiveOn()));
                Columns.set(statement, 6, now);
                statement.executeUpdate();
            }
            writePrices(connection, card);
        });
    }

    private static void writePrices(Connection connection, RateCard card) throws SQLException {
        var lines = new ArrayList<RateCardView.Line>(RateCardView.of(card).prices());
        try (var statement = connection.prepareStatement(INSERT_RATES)) {
            statement.setObject(1, Objects.requireNonNull(card.id()));
            statement.setArray(2, Columns.of(connection, "text", lines, RateCardView.Line::market));
            statement.setArray(
                    3,
                    Columns.of(
                            connection, "text", lines, line -> line.category().name()));
            statement.setArray(4, Columns.of(connection, "bigint", lines, RateCardView.Line::fromMessage));
            statement.setArray(5, Columns.of(connection, "numeric", lines, RateCardView.Line::amount));
            statement.executeUpdate();
        }
    }

    /** Whether there was such a card. */
    boolean remove(UUID workspaceId, UUID id) {
        return jdbc.run("removing a rate card", connection -> {
            try (var statement =
                    connection.prepareStatement("delete from ana_rate_card where workspace_id = ? and id = ?")) {
                statement.setObject(1, workspaceId);
                statement.setObject(2, id);
                return statement.executeUpdate() > 0;
            }
        });
    }
}
