package org.chasqui.messaging.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.graph.GraphErrors;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ledger ledger = database.ledger();
    private final Ids ids = new Ids(CLOCK);
    private final Fired<EventsLogged> fired = new Fired<>();
    private final EventLog log = log();
    private final MessageEvents messageEvents = messageEvents();
    private final Events events = events();
    private final UUID workspace = ids.next();
    private final UUID conversation = ids.next();

    private EventLog log() {
        var made = new EventLog();
        made.jdbc = database.jdbc();
        made.logged = fired;
        made.ids = ids;
        made.clock = CLOCK;
        return made;
    }

    private MessageEvents messageEvents() {
        var made = new MessageEvents();
        made.jdbc = database.jdbc();
        made.log = log;
        made.clock = CLOCK;
        return made;
    }

    private Events events() {
        var made = new Events() {
            @Override
            String phoneNumberId(UUID numberId) {
                return numberId == null ? null : "106540352242922";
            }
        };
        made.jdbc = database.jdbc();
        return made;
    }

    @Test
    void aDeliveredMessageIsToldWithEveryStepThatIsNew() throws Exception {
        var message = outbound();
        var row = ledger.lock(Set.of(message)).get(message);
        row.learn(new Fact.Accepted(NOW.plusMillis(120), NOW, "wamid.A"));
        row.learn(new Fact.Told(NOW.plusSeconds(2), MessageStatus.DELIVERED, "wamid.A", null, null));
        ledger.save(List.of(row));
        messageEvents.record(new MessagesMoved("merge", List.of(row.move())));

        var told = events.after(workspace, Optional.empty(), List.of(), null, 10);

        assertThat(told)
                .extracting(EventView::type)
                .containsExactly("message.accepted", "message.sent", "message.delivered");
        var data = JSON.readTree(told.get(2).data());
        assertThat(data.get("id").asText()).isEqualTo(message.toString());
        assertThat(data.get("wamid").asText()).isEqualTo("wamid.A");
        assertThat(data.get("to").asText()).isEqualTo("+5511955501234");
        assertThat(data.get("status").asText()).isEqualTo("delivered");
        assertThat(data.at("/steps/0/at").asText()).isEqualTo("2026-11-22T10:00:02.000Z");
        assertThat(data.has("from")).isFalse();
        assertThat(data.has("content")).as("what we sent is not sent back").isFalse();
        assertThat(fired.events).as("nobody listens").isEmpty();
    }

    @Test
    void aFailureCarriesMetasWordsAndWhatItCosts() throws Exception {
        var message = outbound();
        var row = ledger.lock(Set.of(message)).get(message);
        row.learn(new Fact.Told(
                NOW,
                MessageStatus.FAILED,
                "wamid.A",
                new Fact.Problem(131026, "Message \"undeliverable\"", null),
                new Pricing("PMP", null, "utility", false)));
        ledger.save(List.of(row));
        messageEvents.record(new MessagesMoved("merge", List.of(row.move())));

        var told = events.after(workspace, Optional.empty(), List.of("message.failed"), null, 10);
        var data = JSON.readTree(told.get(0).data());
        assertThat(data.at("/error/code").asInt()).isEqualTo(131026);
        assertThat(data.at("/error/title").asText()).isEqualTo("Message \"undeliverable\"");
        assertThat(data.get("error").has("details")).isFalse();
        assertThat(data.at("/error/advice").asText())
                .as("as the API has it")
                .isEqualTo(GraphErrors.advice(131026, null).advice());
        assertThat(data.get("pricing")).hasToString("{\"model\":\"PMP\",\"category\":\"utility\",\"billable\":false}");
        assertThat(data.at("/steps/0")).hasToString("{\"status\":\"failed\",\"at\":\"2026-11-22T10:00:00.000Z\"}");
    }

    @Test
    void theSameFactToldTwiceIsOneEvent() {
        var message = outbound();
        var move = move(message, Direction.OUTBOUND, MessageStatus.QUEUED, MessageStatus.SENT);
        messageEvents.record(new MessagesMoved("merge", List.of(move)));
        messageEvents.record(new MessagesMoved("merge", List.of(move, move)));

        assertThat(database.text("select count(*) from msg_event")).isEqualTo("1");
    }

    @Test
    void anInboundMessageCarriesItsContentWhateverIsInIt() throws Exception {
        var message = ids.next();
        // A NUL is legal JSON, and PostgreSQL's jsonb refuses it: it must not stop the merge.
        ledger.insert(List.of(message(message, Direction.INBOUND, "{\"body\":\"a\\u0000b \\\"q\\\" {}\"}")));
        messageEvents.record(
                new MessagesMoved("merge", List.of(move(message, Direction.INBOUND, null, MessageStatus.RECEIVED))));

        var told = events.after(workspace, Optional.empty(), List.of("message.received"), null, 10);
        var data = JSON.readTree(told.get(0).data());
        assertThat(data.at("/content/body").asText()).isEqualTo("a\u0000b \"q\" {}");
        assertThat(data.get("from").asText()).isEqualTo("+5511955501234");
        assertThat(data.get("status").asText()).isEqualTo("received");
    }

    @Test
    void aReaderNeverPassesAnEventThatCommitsLate() throws Exception {
        try (var slow = database.connection()) {
            slow.setAutoCommit(false);
            insertEvent(slow, "contact.opt_out");
            log.record(List.of(event("contact.opt_in")));
            assertThat(events.after(workspace, Optional.empty(), List.of(), null, 10))
                    .as("the later one waits for the earlier")
                    .isEmpty();
            slow.commit();
        }
        var read = events.after(workspace, Optional.empty(), List.of(), null, 10);
        assertThat(read).extracting(EventView::type).containsExactly("contact.opt_out", "contact.opt_in");

        var next = events.after(
                workspace, Optional.empty(), List.of(), read.get(0).id().toString(), 10);
        assertThat(next).extracting(EventView::type).containsExactly("contact.opt_in");
    }

    @Test
    void aLaterEventHasALargerNumberWhateverConnectionItIsWrittenOver() throws Exception {
        try (var one = database.connection();
                var other = database.connection()) {
            for (var connection : List.of(one, other, one)) {
                insertEvent(connection, "contact.opt_out");
            }
        }

        assertThat(database.text("select string_agg(seq::text, ',' order by id) from msg_event"))
                .isEqualTo("1,2,3");
    }

    @Test
    void tellsOnlyWhatSomebodyMayWant() {
        database.execute("insert into msg_webhook (id, workspace_id, url, events, secret, created_at, updated_at)"
                + " values (gen_random_uuid(), '" + workspace + "', 'https://x', '{*}', 's', now(), now())");
        log.record(List.of(event("contact.opt_in"), event("contact.opt_out")));

        assertThat(fired.events).hasSize(1);
        assertThat(fired.events.get(0).events())
                .extracting(LoggedEvent::type)
                .containsExactly("contact.opt_in", "contact.opt_out");
    }

    @Test
    void anUnderscoreInATypeIsNoWildcard() {
        log.record(List.of(event("contact.opt_in"), event("contact.optXin")));

        assertThat(events.after(workspace, Optional.empty(), List.of("contact.opt_in"), null, 10))
                .hasSize(1);
    }

    private NewEvent event(String type) {
        return new NewEvent(workspace, type, null, null, NOW, JSON.createObjectNode());
    }

    private void insertEvent(java.sql.Connection connection, String type) throws java.sql.SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into msg_event (id, workspace_id, type, created_at, data) values ('" + ids.next()
                    + "', '" + workspace + "', '" + type + "', now(), '{}')");
        }
    }

    private UUID outbound() {
        var id = ids.next();
        ledger.insert(List.of(message(id, Direction.OUTBOUND, "{\"body\":\"hello\"}")));
        return id;
    }

    private NewMessage message(UUID id, Direction direction, String content) {
        return new NewMessage(
                id,
                workspace,
                ids.next(),
                "106540352242922",
                conversation,
                direction,
                "5511955501234",
                "text",
                content,
                null,
                null,
                "service",
                Lane.UTILITY,
                direction == Direction.INBOUND ? "wamid.I" : null,
                NOW,
                null,
                Beside.NOTHING);
    }

    private Move move(UUID id, Direction direction, MessageStatus from, MessageStatus to) {
        var reached = EnumSet.noneOf(MessageStatus.class);
        if (to == MessageStatus.SENT) {
            reached.add(to);
        }
        return new Move(
                id,
                workspace,
                ids.next(),
                direction,
                "service",
                null,
                null,
                "5511955501234",
                NOW,
                from,
                to,
                reached,
                Milestones.NONE,
                Milestones.NONE);
    }
}
