package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What the AIs of bots use. Written by the engine after each answer; an AI asks it before it spends more. */
@ApplicationScoped
public class BotUsage {
    private static final String ADD = """
            insert into msg_bot_usage as u (bot_id, day, calls, failures, tokens_in, tokens_out)
            select b.id, ?, 1, ?, ?, ? from msg_bot b where b.id = ?
            on conflict (bot_id, day) do update set calls = u.calls + 1, failures = u.failures + excluded.failures,
                tokens_in = u.tokens_in + excluded.tokens_in, tokens_out = u.tokens_out + excluded.tokens_out
            """;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    /**
     * What a bot has used on a day.
     *
     * @param day UTC
     * @param calls how often its source was asked
     * @param failures how often that failed
     */
    public record Day(LocalDate day, int calls, int failures, long tokensIn, long tokensOut) {}

    /** Counts an answer, whatever becomes of it: it has cost what it has. */
    @Transactional
    public void add(UUID botId, Answer answer) {
        jdbc.execute(
                "counting what a bot uses",
                connection -> Rows.update(
                        connection,
                        ADD,
                        today(),
                        answer instanceof Answer.Failed ? 1 : 0,
                        (long) answer.usage().tokensIn(),
                        (long) answer.usage().tokensOut(),
                        botId));
    }

    /** Counts what trying a bot has cost; what has cost nothing is no matter of its day. */
    @Transactional
    public void addCost(UUID botId, Answer answer) {
        if (answer.usage().tokensIn() + answer.usage().tokensOut() > 0) {
            add(botId, answer);
        }
    }

    /**
     * What the bots of a workspace have used today (UTC).
     *
     * @return by bot; those that have used nothing are left out
     */
    @Transactional
    public Map<UUID, Day> today(UUID workspaceId) {
        return jdbc.run("reading what bots have used", connection -> {
            var days = new HashMap<UUID, Day>();
            Rows.list(
                    connection,
                    row -> days.put(Columns.uuid(row, "bot_id"), day(row)),
                    "select u.* from msg_bot_usage u join msg_bot b on b.id = u.bot_id"
                            + " where b.workspace_id = ? and u.day = ?",
                    workspaceId,
                    today());
            return days;
        });
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getDate("day").toLocalDate(),
                row.getInt("calls"),
                row.getInt("failures"),
                row.getLong("tokens_in"),
                row.getLong("tokens_out"));
    }

    /** Tokens that a bot has used today (UTC), in and out. */
    @Transactional
    public long tokensToday(UUID botId) {
        return jdbc.run(
                        "reading what a bot has used",
                        connection -> Rows.first(
                                connection,
                                row -> row.getLong(1),
                                "select tokens_in + tokens_out from msg_bot_usage where bot_id = ? and day = ?",
                                botId,
                                today()))
                .orElse(0L);
    }

    /** The latest days on which a bot has used anything, the newest first. */
    @Transactional
    public List<Day> latest(UUID workspaceId, UUID botId, int days) {
        return jdbc.run(
                "reading what a bot has used",
                connection -> Rows.list(
                        connection,
                        BotUsage::day,
                        "select u.* from msg_bot_usage u join msg_bot b on b.id = u.bot_id"
                                + " where b.workspace_id = ? and u.bot_id = ? order by u.day desc limit ?",
                        workspaceId,
                        botId,
                        days));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
