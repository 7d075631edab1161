package org.chasqui.analytics.rollups;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of counts: what its rows are told apart by, and what they count. Every row of hours also has a slot, which readers
 * add up; the same by days has none.
 */
public enum Sheet {
    HOURS("ana_hour", Counted.STEPS, Column.NUMBER, Column.DIRECTION, Column.CATEGORY, Column.TEMPLATE),
    CUBE("ana_cube", Counted.STEPS, Column.NUMBER, Column.CATEGORY, Column.TEMPLATE, Column.CAMPAIGN, Column.COUNTRY),
    PRICES(
            "ana_price",
            Counted.MESSAGES,
            Column.NUMBER,
            Column.CATEGORY,
            Column.TEMPLATE,
            Column.CAMPAIGN,
            Column.COUNTRY,
            new Column("price_model", "text"),
            new Column("price_type", "text"),
            new Column("price_category", "text"),
            new Column("billable", "smallint")),
    LATENCIES(
            "ana_latency",
            Counted.MESSAGES,
            Column.NUMBER,
            Column.CATEGORY,
            new Column("step", "smallint"),
            new Column("bucket", "smallint")),
    ERRORS(
            "ana_error",
            Counted.MESSAGES,
            Column.NUMBER,
            Column.CATEGORY,
            Column.TEMPLATE,
            Column.CAMPAIGN,
            Column.COUNTRY,
            new Column("code", "integer"));

    private final String table;
    private final Counted counted;
    private final List<Column> keys;

    Sheet(String table, Counted counted, Column... keys) {
        this.table = table;
        this.counted = counted;
        this.keys = Stream.concat(Stream.of(Column.WORKSPACE, Column.HOUR), Arrays.stream(keys))
                .toList();
    }

    /** What the rows of a sheet count. */
    private enum Counted {
        STEPS(Arrays.stream(Counter.values())
                .map(counter -> counter.name().toLowerCase(Locale.ROOT))
                .toList()),
        MESSAGES(List.of("messages"));

        private final List<String> columns;

        Counted(List<String> columns) {
            this.columns = columns;
        }
    }

    /** A column of a key. */
    record Column(String name, String type) {
        static final Column WORKSPACE = new Column("workspace_id", "uuid");
        static final Column HOUR = new Column("hour", "timestamptz");
        static final Column NUMBER = new Column("number_id", "uuid");
        static final Column DIRECTION = new Column("direction", "smallint");
        static final Column CATEGORY = new Column("category", "text");
        static final Column TEMPLATE = new Column("template", "text");
        static final Column CAMPAIGN = new Column("campaign_id", "uuid");
        static final Column COUNTRY = new Column("country", "text");
    }

    String table() {
        return table;
    }

    /** The table with the sums of whole days. */
    String dayTable() {
        return table + "_days";
    }

    List<String> counters() {
        return counted.columns;
    }

    /** Workspace and hour first; the slot is not among them. */
    List<Column> keys() {
        return keys;
    }

    /** The names of the keys, separated by commas. */
    String keyNames() {
        return keys.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
