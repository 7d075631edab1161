package org.chasqui.analytics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.messaging.messages.CountableMessages;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.Pricing;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");
    private static final Instant HOUR = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID CAMPAIGN = new UUID(4, 4);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AnalyticsDatabase database = new AnalyticsDatabase();
    private final Ids ids = new Ids(CLOCK);
    private final Ledger ledger = new Ledger(database.jdbc());
    private final RollupWriter writer = writer();
    private final Reconciliation reconciliation = reconciliation();
    private final UUID workspace = ids.next();
    private final UUID number = ids.next();

    private RollupWriter writer() {
        var made = new RollupWriter();
        made.jdbc = database.jdbc();
        return made;
    }

    private Reconciliation reconciliation() {
        var made = new Reconciliation();
        made.jdbc = database.jdbc();
        made.messages = new CountableMessages(database.jdbc());
        made.uncounted = new UncountedHours();
        made.uncounted.jdbc = database.jdbc();
        made.clock = CLOCK;
        return made;
    }

    @Test
    void countsThatRoseWithTheMessagesEqualThem() {
        someMessages();

        assertThat(reconciliation.check(HOUR)).isEmpty();
        assertThat(database.text("select messages || ' ' || differences from ana_check"))
                .isEqualTo("4 0");
        assertThat(database.text("select sum(total) || ' ' || sum(accepted) || ' ' || sum(read) || ' ' || sum(replied)"
                        + " || ' ' || sum(failed) from ana_hour where direction = 0"))
                .as("and not because both are nothing")
                .isEqualTo("3 1 1 1 1");
        assertThat(database.text("select sum(messages) from ana_price")).isEqualTo("2");
        assertThat(database.text("select string_agg(distinct campaign_id::text, ',') from ana_cube"))
                .isEqualTo(CAMPAIGN.toString());
        assertThat(database.text("select string_agg(distinct country, ',') from ana_cube"))
                .isEqualTo("BR");
    }

    @Test
    void aCountThatWasMissedIsSeenInEverySheet() {
        someMessages();
        for (var sheet : Sheet.values()) {
            var column = sheet.counters().get(0);
            database.execute("update " + sheet.table() + " set " + column + " = " + column + " + 1 where ctid = (select"
                    + " ctid from " + sheet.table() + " where " + column + " > 0 limit 1)");

            assertThat(reconciliation.check(HOUR))
                    .as(sheet.table())
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.counted()).isEqualTo(difference.found() + 1));

            reconciliation.recount(HOUR);
            assertThat(reconciliation.check(HOUR)).as(sheet.table()).isEmpty();
        }
    }

    @Test
    void aMessageThatWasNotCountedIsSeen() {
        insert(Direction.OUTBOUND);

        assertThat(reconciliation.check(HOUR)).extracting(Difference::table).containsExactly("ana_hour", "ana_cube");
        assertThat(database.text("select differences from ana_check")).isEqualTo("2");
    }

    @Test
    void whatDiffersIsToldToItsWorkspaceUntilItIsCountedAgain() {
        someMessages();
        database.execute("update ana_cube set total = total + 1 where ctid = (select ctid from ana_cube limit 1)");

        reconciliation.check(HOUR);

        assertThat(reconciliation.alarms(workspace)).containsExactly(new CountAlarm(HOUR, NOW, 1));
        assertThat(reconciliation.alarms(ids.next())).as("another workspace").isEmpty();

        reconciliation.recount(HOUR);
        assertThat(reconciliation.alarms(workspace)).isEmpty();
    }

    @Test
    void anHourFromBeforeThereWereCubesIsNoDifferenceAndIsCountedAgain() {
        someMessages();
        for (var sheet : Sheet.values()) {
            if (sheet != Sheet.HOURS) {
                database.execute("delete from " + sheet.table());
            }
        }
        database.execute("insert into ana_uncounted values ('" + HOUR + "')");

        assertThat(reconciliation.check(HOUR)).isEmpty();
        assertThat(database.text("select count(*) from ana_check")).isEqualTo("0");

        reconciliation.recount(HOUR);
        assertThat(database.text("select count(*) from ana_uncounted")).isEqualTo("0");
        assertThat(database.text("select sum(total) from ana_cube")).isEqualTo("3");
        assertThat(reconciliation.check(HOUR)).isEmpty();
    }

    /** One read and answered, one refused, one waiting, and what a person wrote. */
    private void someMessages() {
        var read = accepted();
        learn(read, new Fact.Accepted(NOW.plusMillis(120), NOW, "wamid.A"));
        learn(read, told(MessageStatus.READ, 60, null));
        learn(read, told(MessageStatus.DELIVERED, 2, new Pricing(null, null, "utility", true)));
        // The price that Meta told with a category only is known again, and not counted anew.
        learn(read, told(MessageStatus.PLAYED, 65, null));
        var answered = Milestones.NONE.withReplyAt(NOW.plusSeconds(70));
        database.execute("insert into msg_reply values ('" + read + "', '" + ids.next() + "', '" + NOW + "')");
        count("merge", move(read, Direction.OUTBOUND, MessageStatus.PLAYED, MessageStatus.PLAYED, answered));
        var refused = accepted();
        learn(refused, told(MessageStatus.FAILED, 3, new Pricing("PMP", "regular", "utility", false)));
        accepted();
        var written = insert(Direction.INBOUND);
        count("merge", move(written, Direction.INBOUND, null, MessageStatus.RECEIVED, Milestones.NONE));
    }

    private UUID accepted() {
        var id = insert(Direction.OUTBOUND);
        count("accept", move(id, Direction.OUTBOUND, null, MessageStatus.QUEUED, Milestones.NONE));
        return id;
    }

    private void learn(UUID id, Fact fact) {
        var row = ledger.lock(Set.of(id)).get(id);
        row.learn(fact);
        ledger.save(List.of(row));
        count("merge", row.move());
    }

    private static Fact told(MessageStatus status, int afterSeconds, Pricing pricing) {
        var problem = status == MessageStatus.FAILED ? new Fact.Problem(131026, "Undeliverable", null) : null;
        return new Fact.Told(
                NOW.plusSeconds(afterSeconds),
                status,
                status == MessageStatus.FAILED ? "wamid.F" : "wamid.A",
                problem,
                pricing);
    }

    private void count(String source, Move move) {
        writer.count(new MessagesMoved(source, List.of(move)));
    }

    private Move move(UUID id, Direction direction, MessageStatus from, MessageStatus to, Milestones after) {
        return new Move(
                id,
                workspace,
                number,
                direction,
                "utility",
                direction == Direction.OUTBOUND ? "order" : null,
                direction == Direction.OUTBOUND ? CAMPAIGN : null,
                "5511955501234",
                NOW,
                from,
                to,
                Set.of(),
                Milestones.NONE,
                after);
    }

    private UUID insert(Direction direction) {
        var id = ids.next();
        ledger.insert(List.of(new NewMessage(
                id,
                workspace,
                number,
                "106540352242922",
                ids.next(),
                direction,
                "5511955501234",
                "template",
                "{}",
                null,
                direction == Direction.OUTBOUND ? "order" : null,
                "utility",
                Lane.UTILITY,
                direction == Direction.OUTBOUND ? null : "wamid." + id,
                NOW,
                null,
                Beside.NOTHING,
                direction == Direction.OUTBOUND ? CAMPAIGN : null)));
        return id;
    }
}
