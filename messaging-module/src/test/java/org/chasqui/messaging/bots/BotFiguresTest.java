package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class BotFiguresTest {
    private static final Instant TODAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final UUID WORKSPACE = UUID.randomUUID();

    private final Sql jdbc = new Sql(new MessagingDatabase().dataSource());

    @Test
    void countsWhatEachBotOfTheWorkspaceDidSinceThen() {
        var busy = bot(WORKSPACE);
        var idle = bot(WORKSPACE);
        var foreign = bot(UUID.randomUUID());
        decide(busy, DecisionOutcome.REPLIED, 1);
        decide(busy, DecisionOutcome.REPLIED, 2);
        decide(busy, DecisionOutcome.HANDED_OVER, 3);
        decide(busy, DecisionOutcome.SILENT, 4);
        decide(busy, DecisionOutcome.FAILED, 5);
        decide(busy, DecisionOutcome.DRAFTED, 6);
        decide(busy, DecisionOutcome.REPLIED, -3_600);
        decide(idle, DecisionOutcome.REPLIED, -1);
        decide(foreign, DecisionOutcome.REPLIED, 1);
        var figures = new BotFigures();
        figures.jdbc = jdbc;

        assertThat(figures.since(WORKSPACE, TODAY))
                .containsOnlyKeys(busy)
                .containsEntry(busy, new BotFigures.Count(2, 1, 1, 1));
    }

    private UUID bot(UUID workspace) {
        var id = UUID.randomUUID();
        jdbc.execute("insert", connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into msg_bot (id, workspace_id, name, kind, active, settings, created_at, updated_at)
                    values (?, ?, 'Reception', 'rules', true, '{}', now(), now())
                    """)) {
                insert.setObject(1, id);
                insert.setObject(2, workspace);
                insert.executeUpdate();
            }
        });
        return id;
    }

    private void decide(UUID bot, DecisionOutcome outcome, long seconds) {
        var id = new Ids(Clock.fixed(TODAY.plusSeconds(seconds), ZoneOffset.UTC)).next();
        jdbc.execute("insert", connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into msg_bot_decision
                        (id, workspace_id, bot_id, number_id, conversation_id, at, outcome, reason, trace, duration_ms)
                    values (?, ?, ?, ?, ?, now(), ?, 'rule', '{}', 3)
                    """)) {
                insert.setObject(1, id);
                insert.setObject(2, WORKSPACE);
                insert.setObject(3, bot);
                insert.setObject(4, UUID.randomUUID());
                insert.setObject(5, UUID.randomUUID());
                insert.setString(6, outcome.wireName());
                insert.executeUpdate();
            }
        });
    }
}
