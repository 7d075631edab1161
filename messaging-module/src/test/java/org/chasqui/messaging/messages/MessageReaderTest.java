package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final String ANA = "5511987654321";
    private static final String ANA_AT_META = "551187654321";
    private static final String BEA = "14155550100";
    private static final String BEA_LATER = "14155550200";

    private final MessagingDatabase database = new MessagingDatabase();
    private final MessageReader reader = new MessageReader();

    @BeforeEach
    void someHaveOtherNumbersNow() {
        reader.jdbc = database.jdbc();
        conversation(1, ANA_AT_META);
        message(11, 1, ANA);
        message(12, 1, ANA_AT_META);
        conversation(2, BEA_LATER);
        database.execute("insert into msg_former_peer (workspace_id, peer, conversation_id) values ('" + WORKSPACE
                + "', '" + BEA + "', '" + id(2) + "'), ('" + WORKSPACE + "', '" + ANA + "', '" + id(1) + "')");
        message(21, 2, BEA);
        message(22, 2, BEA_LATER);
        // Somebody else has got Bea's old number.
        conversation(3, BEA);
        message(31, 3, BEA);
    }

    @Test
    void messagesAreFoundByWhatTheyWentTo() {
        assertThat(to(BEA)).containsExactly(id(31), id(21));
        assertThat(to(BEA_LATER)).containsExactly(id(22));
        assertThat(to("14155550300")).isEmpty();
    }

    @Test
    void bothWaysToWriteANumberFindBoth() {
        assertThat(to(ANA)).containsExactly(id(12), id(11));
        assertThat(to(ANA_AT_META)).containsExactly(id(12), id(11));
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        assertThat(reader.list(new UUID(1, 2), filter(BEA), 10, null)).isEmpty();
        assertThat(reader.count(new UUID(1, 2), filter(BEA), 10)).isZero();
        assertThat(reader.count(WORKSPACE, filter(BEA), 10)).isEqualTo(2);
    }

    private List<UUID> to(String peer) {
        return reader.list(WORKSPACE, filter(peer), 10, null).stream()
                .map(MessageView::id)
                .toList();
    }

    private static MessageFilter filter(String peer) {
        return new MessageFilter(null, null, peer, Set.of(), null, null, null, null, null, null);
    }

    private void conversation(int id, String peer) {
        database.execute("insert into msg_conversation (id, workspace_id, number_id, peer, created_at) values ('"
                + id(id) + "', '" + WORKSPACE + "', '" + id(9) + "', '" + peer + "', now())");
    }

    private void message(int id, int conversation, String peer) {
        database.execute("insert into msg_message (id, workspace_id, number_id, phone_number_id, conversation_id,"
                + " direction, peer, type, content, category, lane, status, created_at) values ('" + id(id) + "', '"
                + WORKSPACE + "', '" + id(9) + "', '1', '" + id(conversation) + "', 0, '" + peer
                + "', 'text', '{}', 'service', 1, 0, now())");
    }

    private static UUID id(int id) {
        return new UUID(5, id);
    }
}
