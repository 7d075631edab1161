package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the database of a gateway says about the messages that went out, to be held against what Meta says. */
final class Books {
    private static final String ROLLUPS = """
            select concat_ws(' ', sum(total), sum(accepted), sum(sent), sum(delivered), sum(read), sum(failed),
                sum(uncertain)) from ana_hour where direction = 0
            """;
    private static final String ROWS = """
            select concat_ws(' ', count(*), count(accepted_at), count(sent_at), count(delivered_at), count(read_at),
                count(*) filter (where status = 7), count(*) filter (where status = 8))
            from msg_message where direction = 0
            """;

    private static final String SHEETS = """
            select concat_ws(' ', (select concat_ws(' ', sum(total), sum(delivered), sum(failed)) from ana_cube),
                (select coalesce(sum(messages), 0) from ana_price),
                (select concat_ws(' ', coalesce(sum(messages) filter (where step = 0), 0),
                    coalesce(sum(messages) filter (where step = 2), 0)) from ana_latency),
                (select coalesce(sum(messages), 0) from ana_error))
            """;
    private static final String ROWS_OF_SHEETS = """
            select concat_ws(' ', count(*), count(delivered_at), count(*) filter (where status = 7),
                count(coalesce(price_model, price_type, price_category, billable::text)),
                count(accepted_at), count(*) filter (where accepted_at is not null and delivered_at is not null),
                count(*) filter (where status = 7 and error_code is not null))
            from msg_message where direction = 0
            """;

    private final String url;
    private final String password;

    /**
     * Opens the books.
     *
     * @param password of the login {@code chasqui}
     */
    Books(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** The books of a product with its own database, which runs. */
    static Books of(Product product) {
        return new Books(product.databaseUrl(), product.secret("database.password"));
    }

    /** Waits until nothing is left to send or to merge, and everything that Meta has is read, or has failed there. */
    void awaitQuiet(Duration patience) {
        Api.await("an empty relay", patience, () -> {
            boolean queueEmpty = number("select count(*) from msg_queue where state < 2") == 0;
            boolean inboxEmpty = number("select count(*) from msg_webhook_inbox") == 0;
            boolean readAll = number("select count(*) from msg_message"
                            + " where direction = 0 and wamid is not null and read_at is null and status <> 7")
                    == 0;
            return queueEmpty && inboxEmpty && readAll ? Optional.of(true) : Optional.empty();
        });
    }

    /**
     * Holds every message that went out against Meta's ledger: none lost, none posted twice without a record, all that
     * were posted are read, and the roll-ups equal the rows.
     *
     * @param ledger posts for each of our marks, of all accounts that were sent for
     * @param acknowledged ids of the messages that callers know to be accepted
     * @param mostUncertain how many may have been about to be posted when a process died
     */
    void check(Map<String, Integer> ledger, Collection<String> acknowledged, int mostUncertain) {
        var posts = new HashMap<String, Integer>();
        ledger.forEach((mark, count) -> posts.merge(mark.substring(0, mark.indexOf('.')), count, Integer::sum));
        var uncertain = uncertain();
        var resent = ids("select message_id::text from msg_attempt where resend");
        var stored = ids("select id::text from msg_message where direction = 0");
        var failed = ids("select id::text from msg_message where status = 7");

        assertThat(stored).as("no message is there that nobody sent").containsExactlyInAnyOrderElementsOf(acknowledged);
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(posts.keySet());
        lost.removeAll(uncertain);
        lost.removeAll(failed);
        assertThat(lost).as("lost").isEmpty();
        var twice = new HashSet<String>();
        posts.forEach((id, count) -> {
            if (count > 1 && !resent.contains(id)) {
                twice.add(id);
            }
        });
        assertThat(twice).as("posted twice without a record").isEmpty();
        assertThat(posts.keySet()).as("no post of a message that is not stored").allMatch(stored::contains);
        assertThat(number("select count(*) from msg_message where status = 5"))
                .as("read, all that did not fail")
                .isEqualTo(posts.keySet().stream()
                        .filter(id -> !failed.contains(id))
                        .count());
        assertThat(uncertain.size()).as("uncertain").isLessThanOrEqualTo(mostUncertain);
        assertThat(uncertain).as("uncertain and posted").doesNotContainAnyElementsOf(posts.keySet());
        assertThat(text(ROLLUPS)).as("roll-ups and rows").isEqualTo(text(ROWS));
        assertThat(text(SHEETS)).as("other sheets and rows").isEqualTo(text(ROWS_OF_SHEETS));
    }

    /** Messages of which nobody knows whether they were posted. */
    Set<String> uncertain() {
        return ids("select message_id::text from msg_queue where state = 2");
    }

    /** The first column of all rows. */
    Set<String> ids(String sql) {
        var ids = new HashSet<String>();
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column of the first row, a number. */
    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** The first column of the first row. */
    String text(String sql) {
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Changes what the product has written, as a fault would. */
    void write(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "chasqui", password);
    }
}
