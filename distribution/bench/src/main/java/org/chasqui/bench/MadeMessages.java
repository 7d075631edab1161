package org.chasqui.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Messages that were never sent, and the counts that the product would have kept of them, put into its database: two numbers,
 * four templates, ten countries; two of three are read, one of forty fails. For what reads counts, and for nothing else.
 */
final class MadeMessages implements AutoCloseable {
    private static final int AT_ONCE = 500_000;

    private static final String NO_CAMPAIGN = "'00000000-0000-0000-0000-000000000000'::uuid";

    /** Calling codes, as countries have them that share theirs with nobody. */
    private static final String CODES = "array['55', '52', '91', '49', '62', '27', '54', '51', '20', '56']";

    private static final String COUNTRIES = "array['BR', 'MX', 'IN', 'DE', 'ID', 'ZA', 'AR', 'PE', 'EG', 'CL']";

    /** As Meta tells them: whole seconds, except for what is ours. The first lies at the very beginning, none at the end. */
    private static final String MESSAGES = """
            insert into msg_message (id, workspace_id, number_id, phone_number_id, conversation_id, direction, peer, type,
                content, template, category, lane, status, attempts, created_at, accepted_at, sent_at, delivered_at, read_at,
                failed_at, error_code, price_model, price_type, price_category, billable)
            select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000' || lpad(to_hex(i), 12, '0'))::uuid,
                w.id, ('00000000-0000-0000-0000-00000000000' || mod(i / 7, 2))::uuid, 'bench' || mod(i / 7, 2),
                ('00000000-0000-0000-0001-' || lpad(to_hex(mod(i, 100000)), 12, '0'))::uuid, 0,
                (%1$s)[1 + mod(i / 13, 10)] || '98' || lpad((mod(i, 10000000))::text, 7, '0'),
                'template', '{}', (array['offer1', 'offer2', 'order1', 'code1'])[1 + mod(i / 11, 4)],
                (array['marketing', 'marketing', 'utility', 'authentication'])[1 + mod(i / 11, 4)],
                (array[2, 2, 1, 0])[1 + mod(i / 11, 4)], case when failed then 7 when mod(i, 3) = 0 then 4 else 5 end, 1,
                at, at + accepting, at + accepting + interval '1 s',
                case when not failed then at + accepting + delivering end,
                case when not failed and mod(i, 3) > 0 then at + accepting + delivering + interval '60 s' end,
                case when failed then at + accepting + interval '1 s' end, case when failed then 131026 end,
                case when not failed then 'PMP' end, case when not failed then 'regular' end,
                case when not failed then (array['marketing', 'marketing', 'utility', 'authentication'])[1 + mod(i / 11, 4)] end,
                case when not failed then true end
            from (select i, mod(i, 40) = 0 as failed, (100 << (mod(i, 5))) * interval '1 ms' as accepting,
                    (1 << (mod(i, 4))) * interval '1 s' as delivering,
                    timestamptz '%2$s' + interval '1 day' * ((i - 1)::float8 * %3$d / %4$d) as at
                from generate_series(%5$d, %6$d) as i) as made
            cross join (select id from plt_workspace limit 1) as w
            """;

    /** What one row of counts can be told apart by, and how many messages it counts. */
    private static final String GATHERED = """
            create temporary table bench_count as
            select workspace_id, date_trunc('hour', created_at) as hour, number_id, category, template,
                (%1$s)[array_position(%2$s, left(peer, 2))] as country, price_type is not null as priced,
                failed_at is not null as failed, read_at is not null as read,
                (extract(epoch from accepted_at - created_at) * 1000)::int as accepting,
                (extract(epoch from delivered_at - accepted_at) * 1000)::int as delivering, count(*) as n
            from msg_message where phone_number_id like 'bench%%' and created_at >= '%3$s' and created_at < '%4$s'
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            """;

    private static final String STEPS = "total, accepted, sent, delivered, read, failed";
    private static final String SUMS =
            "sum(n), sum(n), sum(n), sum(n * (not failed)::int), sum(n * read::int), sum(n * failed::int)";

    private final Connection connection;

    private MadeMessages(Connection connection) {
        this.connection = connection;
    }

    static MadeMessages in(Gateway gateway) {
        try {
            var connection = DriverManager.getConnection(
                    gateway.databaseUrl(), "chasqui", gateway.data().databasePassword());
            return new MadeMessages(connection);
        } catch (SQLException refused) {
            throw new BenchFailed("The product's database cannot be reached: " + refused.getMessage(), refused);
        }
    }

    /** Messages without counts. Their indexes are made afterwards, which takes a fraction of the time. */
    void write(int messages, String since, int days) {
        execute("set synchronous_commit = off");
        for (int first = 1; first <= messages; first += AT_ONCE) {
            int last = Math.min(messages, first + AT_ONCE - 1);
            execute(MESSAGES.formatted(CODES, since, days, messages, first, last));
        }
    }

    /** Takes the indexes away that are not needed to write. */
    void dropIndexes() {
        execute("drop index msg_message_workspace, msg_message_conversation");
    }

    /** Makes them again, as the migrations do. */
    void createIndexes() {
        execute("create index msg_message_workspace on msg_message (workspace_id, id)");
        execute("create index msg_message_conversation on msg_message (conversation_id, id)");
        execute("vacuum analyze msg_message");
    }

    /** The counts of messages, by hour, as the product has written them by the time that all is settled; and days to be folded. */
    void count(String since, String until) {
        execute(GATHERED.formatted(COUNTRIES, CODES, since, until));
        execute("insert into ana_hour (workspace_id, hour, number_id, direction, category, template, slot, " + STEPS
                + ") select workspace_id, hour, number_id, 0, category, template, 2, " + SUMS
                + " from bench_count group by 1, 2, 3, 5, 6");
        execute("insert into ana_cube (workspace_id, hour, number_id, category, template, campaign_id, country, slot, "
                + STEPS + ") select workspace_id, hour, number_id, category, template, " + NO_CAMPAIGN
                + ", country, 2, " + SUMS + " from bench_count group by 1, 2, 3, 4, 5, 7");
        execute("insert into ana_price (workspace_id, hour, number_id, category, template, campaign_id, country,"
                + " price_model, price_type, price_category, billable, slot, messages) select workspace_id, hour,"
                + " number_id, category, template, " + NO_CAMPAIGN + ", country, 'PMP', 'regular', category, 1, 2,"
                + " sum(n) from bench_count where priced group by 1, 2, 3, 4, 5, 7");
        execute("insert into ana_error (workspace_id, hour, number_id, category, template, campaign_id, country, code,"
                + " slot, messages) select workspace_id, hour, number_id, category, template, " + NO_CAMPAIGN
                + ", country, 131026, 2, sum(n) from bench_count where failed group by 1, 2, 3, 4, 5, 7");
        latency(0, "accepting", "true");
        latency(1, "1000", "true");
        latency(2, "delivering", "not failed");
        latency(3, "60000", "read");
        execute("insert into ana_late (workspace_id, day) select distinct workspace_id,"
                + " date_trunc('day', hour, 'UTC') from bench_count");
        execute("drop table bench_count");
        execute("analyze ana_hour, ana_cube, ana_price, ana_error, ana_latency");
    }

    /** Buckets of milliseconds, four to each doubling. */
    private void latency(int step, String millis, String where) {
        var doubling = "(length(ltrim((" + millis + ")::bit(32)::text, '0')) - 1)";
        execute("insert into ana_latency (workspace_id, hour, number_id, category, step, bucket, slot, messages)"
                + " select workspace_id, hour, number_id, category, " + step + ", (" + doubling + " - 1) * 4 + (("
                + millis
                + ") >> (" + doubling + " - 2)) - 4, 2, sum(n) from bench_count where " + where
                + " group by 1, 2, 3, 4, 6");
    }

    /** Whether a day of these is still to be folded. */
    boolean isAnyToBeFolded() {
        return number("select count(*) from ana_late") > 0;
    }

    /** How many days are folded for another zone as well. */
    long daysThatAreCut() {
        return number("select count(*) from ana_folded where cut > 0");
    }

    private long number(String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new BenchFailed(
                    "The product's database refused to tell what is folded: " + failed.getMessage(), failed);
        }
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new BenchFailed("The product's database refused \"" + sql + "\": " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // The database went first, which is how a kill looks from here.
            return;
        }
    }
}
