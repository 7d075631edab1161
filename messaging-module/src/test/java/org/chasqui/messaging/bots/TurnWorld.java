package org.chasqui.messaging.bots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.contacts.Contacts;
import org.chasqui.messaging.contacts.Keywords;
import org.chasqui.messaging.contacts.OptOutWords;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.conversations.Conversations;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.JoinedMessages;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.jspecify.annotations.Nullable;

/**
 * A number with a bot and a person who writes, on a real database with real transactions. Each transaction can be made to die at
 * any of its statements, as a process that is killed does.
 */
final class TurnWorld {
    final MessagingDatabase database = new MessagingDatabase();
    final Scenes scene;
    final TurnDesk desk = new TurnDesk();
    final WorkTable work = new WorkTable();
    final StateStore states = new StateStore();
    final Fired<HandoversMoved> handedOver = new Fired<>();
    final List<String> sent = new ArrayList<>();

    private final Map<UUID, MessageView> messages = new HashMap<>();
    private final DyingDatabase source = new DyingDatabase(database.dataSource());
    private final Ids ids = new Ids(Clock.fixed(Scenes.NOW, ZoneOffset.UTC));
    private Instant now = Scenes.NOW;

    TurnWorld() {
        this(new Scenes());
    }

    TurnWorld(Scenes scene) {
        this.scene = scene;
        var jdbc = new Sql(source.dataSource());
        work.jdbc = jdbc;
        work.ids = ids;
        states.jdbc = jdbc;
        var bots = new BotStore();
        bots.jdbc = jdbc;
        var rules = new RuleStore();
        rules.jdbc = jdbc;
        var decisions = new DecisionStore();
        decisions.jdbc = jdbc;
        var drafts = new DraftStore();
        drafts.jdbc = jdbc;
        var colleagues = new Colleagues();
        colleagues.jdbc = jdbc;
        var handovers = new Handovers();
        handovers.states = states;
        handovers.bots = bots;
        handovers.conversations = new PlayedConversations();
        handovers.numbers = new LinkedNumber();
        handovers.moved = handedOver;
        handovers.clock = clock();
        var handoverDesk = new HandoverDesk();
        handoverDesk.colleagues = colleagues;
        handoverDesk.states = states;
        handoverDesk.handovers = handovers;
        handoverDesk.conversations = handovers.conversations;
        handoverDesk.numbers = handovers.numbers;
        handoverDesk.clock = clock();
        var situations = new Situations();
        situations.rules = rules;
        situations.sources = new AnswerSources() {
            @Override
            String missing(BotView bot) {
                return null;
            }
        };
        situations.contacts = new OneContact();
        situations.keywords = new Keywords() {
            @Override
            public OptOutWords of(UUID workspaceId) {
                return OptOutWords.DEFAULT;
            }
        };
        situations.messages = new PlayedMessages();
        var settlement = new Settlement();
        settlement.messages = new PlayedSending();
        settlement.contacts = situations.contacts;
        settlement.states = states;
        settlement.rules = rules;
        settlement.decisions = decisions;
        settlement.drafts = drafts;
        settlement.work = work;
        settlement.handovers = handovers;
        settlement.decided = new Fired<>();
        settlement.clock = clock();
        desk.work = work;
        desk.bots = bots;
        desk.states = states;
        desk.decisions = decisions;
        desk.situations = situations;
        desk.handovers = handoverDesk;
        desk.settlement = settlement;
        desk.conversations = handovers.conversations;
        desk.messages = situations.messages;
        desk.numbers = handovers.numbers;
        desk.clock = clock();
        save(bots, rules);
    }

    private void save(BotStore bots, RuleStore rules) {
        committed(() -> {
            bots.save(new BotRow(scene.bot(), null, null));
            scene.rules.forEach(rules::save);
            return null;
        });
    }

    /** Has the bot be as the scene says now. */
    void keepBot() {
        var store = desk.bots;
        committed(() -> {
            store.save(new BotRow(scene.bot(), null, null));
            return null;
        });
    }

    /** A person writes, and the merge notes it. */
    UUID writes(String text) {
        var message = Scenes.text(text, now);
        insert(message.id(), Direction.INBOUND, text);
        messages.put(message.id(), message);
        committed(() -> {
            work.note(List.of(new WorkTable.Fresh(message.id(), Duration.ofSeconds(2))), now);
            return null;
        });
        return message.id();
    }

    /** Somebody of the business writes. */
    UUID colleagueWrites() {
        var id = ids.next();
        insert(id, Direction.OUTBOUND, "I take over");
        return id;
    }

    private void insert(UUID id, Direction direction, String text) {
        insert(database.ledger(), id, direction, text);
    }

    private void insert(Ledger ledger, UUID id, Direction direction, String text) {
        ledger.insert(List.of(new NewMessage(
                id,
                Scenes.WORKSPACE,
                Scenes.NUMBER,
                "106540352242922",
                Scenes.CONVERSATION,
                direction,
                Scenes.PEER,
                "text",
                "{\"body\":\"" + text + "\"}",
                null,
                null,
                "service",
                Lane.UTILITY,
                direction == Direction.INBOUND ? "wamid." + id : null,
                now,
                null,
                Beside.NOTHING)));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** What is due, taken by a worker. */
    List<Turn> claim() {
        return committed(() -> desk.claim(10));
    }

    Optional<TurnDesk.Pending> decide(Turn turn, @Nullable Answer answer) {
        return committed(() -> desk.decide(turn, answer));
    }

    /** Work in one transaction, which dies at a statement, counted from 1; at none when there are fewer. */
    <T> T dyingAt(int statement, Supplier<T> work) {
        source.dieAt(statement);
        try {
            return committed(work);
        } finally {
            source.live();
        }
    }

    /** Work in one transaction. */
    <T> T committed(Supplier<T> work) {
        source.begin();
        var before = List.copyOf(sent);
        try {
            var result = work.get();
            source.end(true);
            return result;
        } catch (RuntimeException failed) {
            source.end(false);
            // What the transaction would have sent was never there.
            sent.clear();
            sent.addAll(before);
            throw failed;
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private final class LinkedNumber extends PhoneNumbers {
        @Override
        public Map<UUID, UUID> bots() {
            return Map.of(Scenes.NUMBER, Scenes.BOT);
        }

        @Override
        public Optional<NumberView> details(UUID workspaceId, String id) {
            return Optional.of(new NumberView(
                    Scenes.number(), null, null, null, false, null, Scenes.BOT, true, Scenes.NOW, Scenes.NOW));
        }
    }

    private final class PlayedConversations extends Conversations {
        @Override
        public Optional<ConversationView> find(UUID workspaceId, UUID conversationId) {
            return Optional.of(scene.conversation());
        }
    }

    private final class OneContact extends Contacts {
        @Override
        public Map<UUID, ContactView> byIds(UUID workspaceId, Collection<UUID> ids) {
            return Map.of(Scenes.CONTACT, scene.contact);
        }
    }

    private final class PlayedMessages extends Messages {
        @Override
        public Optional<MessageView> find(UUID workspaceId, String id) {
            return Optional.ofNullable(messages.get(UUID.fromString(id)));
        }

        @Override
        public List<MessageView> list(UUID workspaceId, MessageFilter filter, int limit, @Nullable UUID before) {
            return List.of();
        }
    }

    /** Accepts everything, in the transaction of the decision. */
    private final class PlayedSending extends JoinedMessages {
        @Override
        public List<Given> accept(List<SendMessage> commands) {
            var given = new ArrayList<Given>();
            for (var command : commands) {
                var id = ids.next();
                new Sql(source.dataSource())
                        .execute(
                                "sending",
                                connection -> Rows.update(
                                        connection,
                                        "insert into msg_queue (message_id, number_id, lane, peer, state, next_at) values (?, ?, 1, ?, 0, ?)",
                                        id,
                                        Scenes.NUMBER,
                                        command.to(),
                                        now));
                insert(new Ledger(new Sql(source.dataSource())), id, Direction.OUTBOUND, "a reply");
                sent.add(command.content().path("body").asText());
                given.add(new Given(id, null));
            }
            return given;
        }
    }
}
