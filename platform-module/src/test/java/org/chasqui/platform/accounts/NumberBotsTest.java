package org.chasqui.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Beans;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which bot answers on a number. */
class NumberBotsTest {
    private static TestDatabase database;

    private final Ids ids = new Ids(new SettableClock());
    private final UUID workspace = ids.next();
    private final UUID number = ids.next();
    private final UUID bot = ids.next();
    private final List<String> audited = new ArrayList<>();
    private final Fired<NumbersMoved> moved = new Fired<>();
    private final Fired<NumberBotChanged> changed = new Fired<>();
    private final NumberBots links = new NumberBots();

    {
        links.dataSource = database.dataSource();
        // Knows one bot of one workspace.
        links.bots = Beans.of((workspaceId, botId) -> workspaceId.equals(workspace) && botId.equals(bot));
        links.moved = moved;
        links.changed = changed;
        links.audit = new AuditTrail() {
            @Override
            public void record(
                    UUID workspaceId, String actor, String action, String subject, Map<String, String> details) {
                audited.add(action);
            }
        };
        execute("insert into plt_workspace (id, name, created_at) values ('" + workspace + "', 'w', now())");
        execute(
                "insert into plt_account (id, workspace_id, waba_id, name, status, connected_at, refreshed_at) values ('"
                        + number + "', '" + workspace + "', '" + number + "', 'a', 'CONNECTED', now(), now())");
        execute("insert into plt_phone_number (id, workspace_id, account_id, phone_number_id, display_phone_number,"
                + " quality_rating, throughput_level, status, created_at, refreshed_at) values ('" + number + "', '"
                + workspace + "', '" + number + "', '" + number
                + "', '+1', 'GREEN', 'HIGH', 'CONNECTED', now(), now())");
    }

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aBotIsLinkedAndUnlinked() {
        links.link(sender(), bot, "ana@example.com");
        assertThat(view().botId()).isEqualTo(bot);
        assertThat(changed.events)
                .singleElement()
                .satisfies(event -> assertThat(event.botId()).isEqualTo(bot));

        links.autoreply(view(), true, "ana@example.com");
        assertThat(view().aiAutoreply()).isTrue();

        links.link(sender(), null, "ana@example.com");

        assertThat(view().botId()).isNull();
        assertThat(view().aiAutoreply()).as("kept for the next bot").isTrue();
        assertThat(audited).containsExactly("number.bot_linked", "number.autoreply_on", "number.bot_unlinked");
        assertThat(moved.events).hasSize(3);
    }

    @Test
    void aBotOfNobodyIsRefused() {
        assertThatThrownBy(() -> links.link(sender(), ids.next(), "ana@example.com"))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("bot_id");
        assertThat(view().botId()).isNull();
    }

    @Test
    void whenABotGoesItsNumbersHaveNone() {
        links.link(sender(), bot, "ana@example.com");

        links.unlinkAll(ids.next(), bot);
        assertThat(view().botId()).as("another workspace").isEqualTo(bot);
        links.unlinkAll(workspace, bot);

        assertThat(view().botId()).isNull();
    }

    private NumberView view() {
        return database.inTransaction(
                entities -> entities.find(ConnectedNumber.class, number).view());
    }

    private SenderNumber sender() {
        return view().sender();
    }

    private static void execute(String sql) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
