package org.chasqui.analytics.costs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;

/**
 * Messages of one span that cost the same, as they were counted.
 *
 * @param span its number
 * @param wanted whether the filter lets them through
 * @param payer our id of the number, or {@link Payers#ANYBODY}
 * @param category that we sent them under
 * @param country ISO 3166; empty when nobody knows
 * @param priceModel this and the rest as Meta told it; empty where it left a part out, and of what is only estimated
 * @param billable 1 yes, 0 no, -1 not said
 */
record CostRow(
        int span,
        boolean wanted,
        UUID payer,
        String category,
        String country,
        String priceModel,
        String priceType,
        String priceCategory,
        int billable,
        long messages) {
    /**
     * In the order of time, because what a message costs depends on those before it in the month. Within a span what is not told
     * goes first, and the rest has an order at all: the same however many rows it was read from.
     */
    private static final Comparator<CostRow> ORDER = Comparator.comparingInt(CostRow::span)
            .thenComparing(CostRow::wanted)
            .thenComparing(CostRow::payer)
            .thenComparing(CostRow::category)
            .thenComparing(CostRow::country)
            .thenComparing(CostRow::priceModel)
            .thenComparing(CostRow::priceType)
            .thenComparing(CostRow::priceCategory)
            .thenComparingInt(CostRow::billable);

    /** Meta's name of the old model: conversation-based pricing. */
    private static final String CONVERSATIONS = "CBP";

    private static final String CHARGED_TYPE = "regular";

    /** All rows, in the order in which they are priced: a row for each combination and span, however many messages there are. */
    static List<CostRow> read(ResultSet found) throws SQLException {
        var rows = new ArrayList<CostRow>();
        while (found.next()) {
            rows.add(new CostRow(
                    found.getInt("span"),
                    found.getBoolean("wanted"),
                    Columns.uuid(found, "payer"),
                    found.getString("category"),
                    found.getString("country"),
                    found.getString("price_model"),
                    found.getString("price_type"),
                    found.getString("price_category"),
                    found.getInt("billable"),
                    found.getLong("messages")));
        }
        rows.sort(ORDER);
        return rows;
    }

    boolean isOfConversation() {
        return priceModel.equals(CONVERSATIONS);
    }

    /** Meta is going to drop {@code billable} in favour of {@code type}. */
    boolean isCharged() {
        return billable < 0 ? priceType.equals(CHARGED_TYPE) : billable == 1;
    }

    PriceCategory saidCategory() {
        return PriceCategory.ofWireName(priceCategory).orElse(ourCategory());
    }

    PriceCategory ourCategory() {
        return PriceCategory.ofWireName(category).orElse(PriceCategory.SERVICE);
    }
}
