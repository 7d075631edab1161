package org.chasqui.analytics.rollups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.markets.Markets;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a workspace to count; a null part does not filter.
 *
 * @param numberId our id of the sender number
 * @param template name of a template
 * @param category marketing, utility, authentication or service: the category that we sent it under
 * @param campaignId a campaign
 * @param countries of the people, ISO 3166
 * @param exceptCountries whether it is all countries but these, which is how the rest of the world is asked for
 */
public record CountFilter(
        UUID workspaceId,
        @Nullable UUID numberId,
        @Nullable String template,
        @Nullable String category,
        @Nullable UUID campaignId,
        @Nullable Set<String> countries,
        boolean exceptCountries) {

    /** Every message of a workspace. */
    public static CountFilter all(UUID workspaceId) {
        return new CountFilter(workspaceId, null, null, null, null, null, false);
    }

    /**
     * The same in one market.
     *
     * @param market Meta's name or a country as ISO 3166; what is neither lets nothing through
     * @param day whose markets they are: countries get markets of their own from time to time
     */
    public CountFilter inMarket(String market, LocalDate day) {
        boolean rest = market.equalsIgnoreCase(Markets.OTHER);
        var wanted = rest ? Markets.listed() : Markets.countries(market, day);
        return new CountFilter(workspaceId, numberId, template, category, campaignId, wanted, rest);
    }

    /** Whether it needs the sheet with every dimension; the other one is far smaller. */
    boolean needsCube() {
        return campaignId != null || countries != null;
    }

    /** Conditions on the columns of a sheet besides the workspace, as SQL beginning with {@code true}. */
    public Conditions conditions() {
        var sql = new StringBuilder("true");
        var values = new ArrayList<Object>();
        add(sql, values, "number_id", numberId);
        add(sql, values, "template", template);
        add(sql, values, "category", category);
        add(sql, values, "campaign_id", campaignId);
        if (countries != null) {
            sql.append(exceptCountries ? " and country <> all(" : " and country = any(")
                    .append("string_to_array(?, ' '))");
            values.add(String.join(" ", countries));
        }
        return new Conditions(sql.toString(), List.copyOf(values));
    }

    private static void add(StringBuilder sql, List<Object> values, String column, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = ?");
            values.add(value);
        }
    }

    /**
     * A piece of a where clause.
     *
     * @param sql with a question mark for each value
     */
    public record Conditions(String sql, List<Object> values) {}
}
