package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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

    @Test
    void peopleAreFoundByTheirCountry() {
        message(41, 3, "US.13491208655302741918");
        message(42, 3, "447400123456");
        message(43, 3, "someone");

        assertThat(found(in(false, "BR"))).containsExactly(id(12), id(11));
        assertThat(found(in(false, "US", "GB"))).containsExactly(id(42), id(41), id(31), id(22), id(21));
        assertThat(found(in(true, "US", "BR"))).as("all but these").containsExactly(id(43), id(42));
        assertThat(reader.count(WORKSPACE, in(false, "BR", "GB"), 10)).isEqualTo(3);
        assertThat(reader.count(WORKSPACE, in(false, "US"), 2))
                .as("not counted further")
                .isEqualTo(2);
    }

    /** Canadians among many from the United States: the calling code is the same. */
    @Test
    void fewAmongManyAreFoundPageByPage() {
        database.execute(
                "insert into msg_message (id, workspace_id, number_id, phone_number_id, conversation_id, direction,"
                        + " peer, type, content, category, lane, status, created_at) select ('00000000-0000-0006-0000-' ||"
                        + " lpad(i::text, 12, '0'))::uuid, '" + WORKSPACE + "', '" + id(9) + "', '1', '" + id(3)
                        + "', 0,"
                        + " case when i % 150 = 0 then '16045550123' else '14155550123' end, 'text', '{}', 'service', 1, 0, now()"
                        + " from generate_series(1, 900) as i");

        assertThat(reader.list(WORKSPACE, in(false, "CA"), 10, null)).hasSize(6);
        assertThat(reader.list(WORKSPACE, in(false, "CA"), 4, null)).hasSize(4);
        assertThat(reader.count(WORKSPACE, in(false, "CA"), 100)).isEqualTo(6);
    }

    @Test
    void messagesAreFoundByWhatMetaSaidOfTheirPrice() {
        change(11, "price_model = 'PMP', price_type = 'regular', price_category = 'marketing-lite', billable = true");
        change(12, "price_type = 'regular'");
        change(21, "price_type = 'free_customer_service', price_category = 'service', billable = false");

        assertThat(found(priced(Priced.Said.TOLD, null))).containsExactly(id(21), id(12), id(11));
        assertThat(found(priced(Priced.Said.CHARGED, null))).containsExactly(id(12), id(11));
        assertThat(found(priced(Priced.Said.CHARGED, "marketing"))).containsExactly(id(11));
        assertThat(found(priced(Priced.Said.CHARGED, "service")))
                .as("ours, where Meta says none")
                .containsExactly(id(12));
        assertThat(found(priced(Priced.Said.FREE, "service"))).containsExactly(id(21));
    }

    @Test
    void messagesAreFoundByHowLongAStepTook() {
        change(11, "accepted_at = created_at + interval '1.2345 s', delivered_at = created_at + interval '3 s'");
        change(12, "accepted_at = created_at + interval '1 s', delivered_at = created_at");

        assertThat(found(lasted(Milestone.ACCEPTED, -1))).containsExactly(id(12), id(11));
        assertThat(found(lasted(Milestone.ACCEPTED, 1_233))).containsExactly(id(11));
        assertThat(found(lasted(Milestone.ACCEPTED, 1_234))).isEmpty();
        assertThat(found(lasted(Milestone.DELIVERED, -1))).containsExactly(id(12), id(11));
        assertThat(found(lasted(Milestone.DELIVERED, 0))).containsExactly(id(11));
        assertThat(found(lasted(Milestone.READ, -1))).isEmpty();
    }

    @Test
    void whatWasAnsweredHasReachedTheAnswer() {
        database.execute("insert into msg_reply values ('" + id(22) + "', '" + id(99) + "', now())");
        var replied = new MessageFilter(null, null, null, Set.of(), null, null, null, null, null, Milestone.REPLIED);

        assertThat(found(replied)).containsExactly(id(22));
        assertThat(reader.count(WORKSPACE, replied, 10)).isEqualTo(1);
    }

    @Test
    void whatHappenedIsFoundByItsTimeAndNotByThatOfTheMessage() {
        change(
                11,
                "status = 5, accepted_at = '2026-11-20T12:00:59.999Z', sent_at = '2026-11-20T12:01:00Z',"
                        + " delivered_at = '2026-11-20T12:01:59Z', read_at = '2026-11-20T12:02:00Z'");
        change(12, "status = 3, sent_at = '2026-11-20T12:00:00Z'");
        change(21, "status = 7, accepted_at = '2026-11-20T12:01:00Z', failed_at = '2026-11-20T12:01:30Z'");
        // It failed and was delivered all the same, on another device.
        change(
                22,
                "status = 4, accepted_at = '2026-11-20T12:02:00Z', sent_at = '2026-11-20T12:02:01Z',"
                        + " failed_at = '2026-11-20T12:01:30Z', delivered_at = '2026-11-20T12:02:02Z'");

        assertThat(found(happened(Happened.What.TAKEN, 0, 1))).containsExactly(id(12), id(11));
        assertThat(found(happened(Happened.What.TAKEN, 1, 2))).containsExactly(id(21));
        assertThat(found(happened(Happened.What.DELIVERED, 1, 2))).containsExactly(id(11));
        assertThat(found(happened(Happened.What.FAILED, 1, 2))).containsExactly(id(21));
        assertThat(reader.count(WORKSPACE, happened(Happened.What.TAKEN, 0, 3), 10))
                .isEqualTo(4);
    }

    /** Who counts goes by what is known of a message, who lists by its columns. */
    @Test
    void aCountOfWhatHappenedHasItsRows() {
        change(11, "status = 5, accepted_at = '2026-11-20T12:00:59Z', delivered_at = '2026-11-20T12:01:59Z'");
        change(12, "status = 3, sent_at = '2026-11-20T12:00:00Z'");
        change(21, "status = 7, accepted_at = '2026-11-20T12:01:00Z', failed_at = '2026-11-20T12:01:30Z'");
        change(22, "status = 4, failed_at = '2026-11-20T12:01:30Z', delivered_at = '2026-11-20T12:02:02Z'");
        var moves = new ArrayList<Move>();
        var now = Instant.now();
        new CountableMessages(database.jdbc()).each(now.minusSeconds(600), now.plusSeconds(600), moves::add);

        for (var what : Happened.What.values()) {
            for (int minute = 0; minute < 3; minute++) {
                var rows = happened(what, minute, minute + 1);
                assertThat(found(rows))
                        .as(what + " in minute " + minute)
                        .containsExactlyInAnyOrderElementsOf(moves.stream()
                                .filter(move -> isWithin(what.at(move.after()), rows.happened()))
                                .map(Move::messageId)
                                .toList());
            }
        }
    }

    private static boolean isWithin(Instant at, Happened span) {
        return at != null && !at.isBefore(span.from()) && at.isBefore(span.until());
    }

    private static MessageFilter happened(Happened.What what, int fromMinute, int untilMinute) {
        var noon = Instant.parse("2026-11-20T12:00:00Z");
        return new MessageFilter(
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Happened(what, noon.plusSeconds(60L * fromMinute), noon.plusSeconds(60L * untilMinute)));
    }

    @Test
    void whatIsNotQueuedAnyMoreIsAnswered() {
        change(11, "status = " + MessageStatus.ACCEPTED.code());
        change(12, "status = " + MessageStatus.EXPIRED.code());

        assertThat(reader.answered(List.of(id(11), id(12), id(21), id(999)))).containsExactlyInAnyOrder(id(11), id(12));
        assertThat(reader.answered(List.of())).isEmpty();
    }

    private List<UUID> found(MessageFilter filter) {
        return reader.list(WORKSPACE, filter, 10, null).stream()
                .map(MessageView::id)
                .toList();
    }

    private static MessageFilter in(boolean except, String... countries) {
        return filter(new PeopleIn(Set.of(countries), except), null, null);
    }

    private static MessageFilter priced(Priced.Said said, String category) {
        return filter(null, new Priced(said, category), null);
    }

    private static MessageFilter lasted(Milestone step, long longerThanMillis) {
        return filter(null, null, new Lasted(step, longerThanMillis));
    }

    private static MessageFilter filter(PeopleIn people, Priced priced, Lasted lasted) {
        return new MessageFilter(
                null, null, null, Set.of(), null, null, null, null, null, null, null, null, null, people, priced,
                lasted, null);
    }

    private void change(int id, String columns) {
        database.execute("update msg_message set " + columns + " where id = '" + id(id) + "'");
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
