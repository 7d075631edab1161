package org.chasqui.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks into the product's database; one connection, for one thread. Counts what it costs itself. */
final class Database implements AutoCloseable {
    /** Statuses FAILED, EXPIRED and CANCELLED, as stored. */
    private static final String ENDED = "7, 9, 10";

    private final Connection connection;
    private long own;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static Database of(Gateway gateway) {
        try {
            return new Database(DriverManager.getConnection(
                    gateway.databaseUrl(), "chasqui", gateway.data().databasePassword()));
        } catch (SQLException refused) {
            throw new BenchFailed("The product's database cannot be reached: " + refused.getMessage(), refused);
        }
    }

    /** What has been counted of outbound messages since the first start. */
    record Progress(long accepted, long sent, long delivered, long read) {
        long statuses() {
            return sent + delivered + read;
        }
    }

    Progress progress() {
        var row = row("select coalesce(sum(total), 0), coalesce(sum(sent), 0), coalesce(sum(delivered), 0),"
                + " coalesce(sum(read), 0) from ana_hour where direction = 0");
        return new Progress(row.get(0), row.get(1), row.get(2), row.get(3));
    }

    /** Whether nothing waits for Meta. */
    boolean isAllSent() {
        return number("select count(*) from (select 1 from msg_queue where state < 2 limit 1) as one") == 0;
    }

    /** Whether every webhook that is stored is merged too. */
    boolean isAllMerged() {
        return number("select count(*) from (select 1 from msg_webhook_inbox limit 1) as one") == 0;
    }

    /** What is waiting for Meta. */
    long waiting() {
        return number("select count(*) from msg_queue where state < 2");
    }

    /**
     * The work of the database so far, ours not counted.
     *
     * @param commits of transactions
     * @param walBytes written ahead
     * @param walImages pages written whole after a checkpoint; they make the bytes of two runs differ
     * @param syncs of the log to disk
     * @param updates of messages
     * @param hotUpdates of these, those that touched no index
     */
    record Work(long commits, long walBytes, long walImages, long syncs, long updates, long hotUpdates) {
        Work since(Work before) {
            return new Work(
                    commits - before.commits,
                    walBytes - before.walBytes,
                    walImages - before.walImages,
                    syncs - before.syncs,
                    updates - before.updates,
                    hotUpdates - before.hotUpdates);
        }
    }

    /** Sessions report their counts about a second late: wait that long after the last message. */
    Work work() {
        var commits = number("select xact_commit from pg_stat_database where datname = current_database()") - own;
        var wal = row("select wal_bytes::bigint, wal_fpi from pg_stat_wal");
        var version = number("select current_setting('server_version_num')::int");
        var syncs = number(
                version >= 180_000
                        ? "select coalesce(sum(fsyncs), 0)::bigint from pg_stat_io where object = 'wal'"
                        : "select wal_sync from pg_stat_wal");
        var rows = row("select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where relname = 'msg_message'");
        return new Work(commits, wal.get(0), wal.get(1), syncs, rows.get(0), rows.get(1));
    }

    /**
     * Milliseconds from the commit of a message to the beginning of its call to Meta: median, 99 % and most.
     *
     * @param since milliseconds since the epoch
     */
    List<Long> lag(long since) {
        return row("select coalesce(percentile_disc(0.5) within group (order by lag), 0)::bigint,"
                + " coalesce(percentile_disc(0.99) within group (order by lag), 0)::bigint,"
                + " coalesce(max(lag), 0)::bigint from (select extract(epoch from a.at - m.created_at) * 1000 as lag"
                + " from msg_message m join msg_attempt a on a.message_id = m.id and a.number = 1"
                + " where m.direction = 0 and m.created_at >= to_timestamp(" + since + " / 1000.0)) as lags");
    }

    /** Messages of which nobody knows yet whether Meta has them. */
    Set<String> uncertain() {
        return texts("select message_id::text from msg_queue where state = 2");
    }

    /** Messages that are still to be sent. */
    Set<String> stillToSend() {
        return texts("select message_id::text from msg_queue where state <> 2");
    }

    /** Messages that the product has said it will not send: refused by Meta, expired or cancelled. */
    Set<String> ended() {
        return texts("select id::text from msg_message where direction = 0 and status in (" + ENDED + ")");
    }

    /**
     * Our ids of messages that are called by Meta's wamid, or by the id of the call of Botmaker's that has sent them. What is ours
     * already, and what is not known, stays as it is.
     */
    List<String> ours(Collection<String> references) {
        var ids = pairs("select wamid, id::text from msg_message where wamid is not null");
        ids.putAll(pairs("select request_id, message_id::text from api_botmaker_message"));
        return references.stream().map(one -> ids.getOrDefault(one, one)).toList();
    }

    private Map<String, String> pairs(String sql) {
        own++;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var pairs = new HashMap<String, String>();
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
            return pairs;
        } catch (SQLException failed) {
            throw new BenchFailed("The product's database refused \"" + sql + "\": " + failed.getMessage(), failed);
        }
    }

    /** How often messages were posted again, of which that is recorded. */
    Map<String, Integer> resent() {
        own++;
        var sql = "select message_id::text, count(*)::int from msg_attempt where resend group by message_id";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var times = new HashMap<String, Integer>();
            while (rows.next()) {
                times.put(rows.getString(1), rows.getInt(2));
            }
            return times;
        } catch (SQLException failed) {
            throw new BenchFailed("The product's database refused \"" + sql + "\": " + failed.getMessage(), failed);
        }
    }

    /** Calls to Meta that did not end with an acceptance, by what came of them: the most frequent, with their number. */
    List<String> troubles() {
        own++;
        var sql =
                "select count(*) || ' x ' || concat_ws(' ', outcome, http_status, code, left(detail, 100)) from msg_attempt"
                        + " where outcome <> 'accepted' group by outcome, http_status, code, left(detail, 100)"
                        + " order by count(*) desc limit 6";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException failed) {
            throw new BenchFailed("The product's database refused \"" + sql + "\": " + failed.getMessage(), failed);
        }
    }

    /** By how much the counts of all steps differ from the rows that they count; 0 is right. */
    long rollupDifference() {
        var rows = row("select count(*), count(accepted_at), count(sent_at), count(delivered_at), count(read_at),"
                + " count(*) filter (where status = 7), count(*) filter (where status = 8)"
                + " from msg_message where direction = 0");
        var counts = row("select coalesce(sum(total), 0), coalesce(sum(accepted), 0), coalesce(sum(sent), 0),"
                + " coalesce(sum(delivered), 0), coalesce(sum(read), 0), coalesce(sum(failed), 0),"
                + " coalesce(sum(uncertain), 0) from ana_hour where direction = 0");
        long difference = 0;
        for (int i = 0; i < rows.size(); i++) {
            difference += Math.abs(rows.get(i) - counts.get(i));
        }
        return difference;
    }

    /** People who have more than one message of a campaign. */
    long writtenToTwice(String campaign) {
        return number("select count(*) from (select 1 from msg_message where campaign_id = '" + campaign
                + "' group by conversation_id having count(*) > 1) as twice");
    }

    /** How many calls of a campaign were begun in this time, of those whose answer came. */
    long calls(String campaign, Instant from, Instant until) {
        return number(
                "select count(*) from msg_attempt a join msg_message m on m.id = a.message_id where m.campaign_id = '"
                        + campaign + "' and a.at > '" + from + "' and a.at < '" + until + "'");
    }

    /** Milliseconds from a moment until the first call of a campaign after it. */
    long untilNextCall(String campaign, Instant from) {
        return number("select coalesce(extract(epoch from min(a.at) - '" + from + "'::timestamptz) * 1000, -1)::bigint"
                + " from msg_attempt a join msg_message m on m.id = a.message_id where m.campaign_id = '" + campaign
                + "' and a.at >= '" + from + "'");
    }

    /** By how much the counts of a campaign differ from its recipients, states and reasons together; 0 is right. */
    long campaignDifference(String campaign) {
        var own = "campaign_id = '" + campaign + "'";
        return number("select coalesce(sum(abs(d)), 0)::bigint from (select state, word, sum(n) as d from ("
                + "select state, '' as word, n from cmp_count where " + own + " and state < 100"
                + " union all select state, word, n from cmp_reason where " + own
                + " union all select state, '', -1 from cmp_recipient where " + own
                + " union all select state, error_code::text, -1 from cmp_recipient where " + own
                + " and state = 7 and error_code is not null"
                + " union all select state, reason, -1 from cmp_recipient where " + own
                + " and state = 21 and reason is not null) as counted group by state, word) as differences");
    }

    private long number(String sql) {
        return row(sql).get(0);
    }

    private List<Long> row(String sql) {
        own++;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<Long>();
            rows.next();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(rows.getLong(i));
            }
            return values;
        } catch (SQLException failed) {
            throw new BenchFailed("The product's database refused \"" + sql + "\": " + failed.getMessage(), failed);
        }
    }

    private Set<String> texts(String sql) {
        own++;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new HashSet<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
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
