package org.chasqui.messaging.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.sql.SqlFailed;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.phone.NumberVariants;
import org.chasqui.platform.testing.OneConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConversationStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID NUMBER = new UUID(2, 2);
    private static final String WITH_NINE = "5511955501234";
    private static final String WITHOUT_NINE = "551155501234";
    private static final String MOBILE = "5511987654321";
    private static final String OLD_MOBILE = "551187654321";

    private final MessagingDatabase database = new MessagingDatabase();

    @Test
    void bothWaysToWriteALineInOneBatchAreOneConversation() {
        var store = store(database.jdbc());

        var found = store.ofAll(List.of(wanted(MOBILE), wanted(OLD_MOBILE), wanted("14155550100")), NOW);

        assertThat(found).hasSize(3);
        assertThat(found.get(key(MOBILE)).id())
                .isEqualTo(found.get(key(OLD_MOBILE)).id());
        assertThat(database.text("select count(*) from msg_conversation")).isEqualTo("2");
    }

    @Test
    @Timeout(30)
    void twoWhoBeginAConversationWithOneLineAtOnceBeginOne() throws Exception {
        try (var mine = database.connection();
                var others = database.connection()) {
            mine.setAutoCommit(false);
            others.setAutoCommit(false);
            var first = store(new Sql(OneConnection.of(mine))).ofAll(List.of(wanted(MOBILE)), NOW);
            var second = CompletableFuture.supplyAsync(
                    () -> store(new Sql(OneConnection.of(others))).ofAll(List.of(wanted(OLD_MOBILE)), NOW));
            while (!second.isDone() && !isSomebodyWaiting()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }

            mine.commit();

            assertThat(second.get().get(key(OLD_MOBILE)).id())
                    .isEqualTo(first.get(key(MOBILE)).id());
            others.commit();
        }
        assertThat(database.text("select count(*) from msg_conversation")).isEqualTo("1");
    }

    @Test
    void aCampaignBeginsAConversationQuietlyAndWhoeverSpeaksNextShowsIt() {
        var store = store(database.jdbc());
        var key = key("14155550100");
        var byCampaign = new ConversationStore.Wanted(key, key.peer(), Set.of(), null, true);

        store.ofAll(List.of(byCampaign), NOW);
        store.ofAll(List.of(byCampaign), NOW);
        assertThat(quietOnes()).isEqualTo("1");
        store.ofAll(List.of(byCampaign, wanted("14155550100")), NOW);
        assertThat(quietOnes()).isEqualTo("0");
        store.ofAll(List.of(byCampaign), NOW);
        assertThat(quietOnes()).as("it stays shown").isEqualTo("0");
    }

    private String quietOnes() {
        return database.text("select count(*) from msg_conversation where quiet");
    }

    @Test
    void aConversationIsRenamedUnlessThereIsOneUnderTheNewNumber() {
        conversation(10, NUMBER, "4930100");
        conversation(11, new UUID(2, 3), "4930100");
        conversation(12, new UUID(2, 3), "4930200");

        store(database.jdbc()).rename(WORKSPACE, Map.of("4930100", "4930200"));

        assertThat(peerOf(10)).isEqualTo("4930200");
        assertThat(peerOf(11)).isEqualTo("4930100");
        assertThat(database.text("select string_agg(peer || ' ' || conversation_id, ',') from msg_former_peer"))
                .isEqualTo("4930100 " + id(10));
    }

    @Test
    void ofTwoThatGetOneNumberTheLivelierOneGoesOn() {
        conversation(10, NUMBER, WITH_NINE);
        conversation(11, NUMBER, WITHOUT_NINE);
        database.execute("update msg_conversation set last_inbound_at = '" + NOW + "' where id = '" + id(11) + "'");

        store(database.jdbc()).rename(WORKSPACE, Map.of(WITH_NINE, "4930200", WITHOUT_NINE, "4930200"));

        assertThat(peerOf(11)).isEqualTo("4930200");
        assertThat(peerOf(10)).isEqualTo(WITH_NINE);
    }

    @Test
    void aRefusalOfTheDatabaseQuotesNobodysNumber() {
        database.execute("alter table msg_conversation add constraint short check (length(peer) < 12)");

        assertThatThrownBy(() -> store(database.jdbc()).ofAll(List.of(wanted(MOBILE)), NOW))
                .isInstanceOf(SqlFailed.class)
                .hasMessageNotContaining(MOBILE);
    }

    private boolean isSomebodyWaiting() {
        return !"0".equals(database.text("select count(*) from pg_locks where locktype = 'advisory' and not granted"));
    }

    private void conversation(int id, UUID number, String peer) {
        database.execute("insert into msg_conversation (id, workspace_id, number_id, peer, created_at) values ('"
                + id(id) + "', '" + WORKSPACE + "', '" + number + "', '" + peer + "', timestamptz '"
                + NOW.minusSeconds(60) + "')");
    }

    private String peerOf(int id) {
        return database.text("select peer from msg_conversation where id = '" + id(id) + "'");
    }

    private static UUID id(int id) {
        return new UUID(9, id);
    }

    private static ConversationStore.Key key(String peer) {
        return new ConversationStore.Key(WORKSPACE, NUMBER, peer);
    }

    private static ConversationStore.Wanted wanted(String peer) {
        return new ConversationStore.Wanted(key(peer), peer, NumberVariants.allOf(peer), null);
    }

    private static ConversationStore store(Sql sql) {
        var store = new ConversationStore();
        store.sql = sql;
        store.ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
        return store;
    }
}
