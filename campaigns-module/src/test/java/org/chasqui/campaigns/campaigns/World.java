package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.campaigns.recipients.Outcoming;
import org.chasqui.campaigns.recipients.Reasons;
import org.chasqui.campaigns.recipients.RecipientList;
import org.chasqui.campaigns.recipients.RecipientReader;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.RecipientStore;
import org.chasqui.campaigns.recipients.Tallies;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** A campaign in a world of its own: its tables are PostgreSQL's, messaging and Meta are played. */
final class World {
    static final int PASSING = 131016;
    static final int FOR_GOOD = 131026;

    final CampaignDatabase database;
    final UUID id = UUID.randomUUID();
    final Clock clock = Clock.fixed(Given.NOW, ZoneOffset.UTC);
    final Ids ids = new Ids(clock);
    final CampaignStore store;
    final RecipientList list;
    final RecipientReader reader;
    final Reasons reasons;
    final StoryStore story;
    final Tallies tallies;
    final Steering steering = new Steering();
    final Batches batches = new Batches();
    final FollowUps followUps;
    final Expansion expansion = new Expansion();
    final PlayedMessages messages = new PlayedMessages();
    final List<String> told = new ArrayList<>();
    final Set<String> optedOut = new HashSet<>();
    final Set<String> refused = new HashSet<>();
    long people;

    /** How many more people may be written to; null for no limit. */
    @Nullable
    Long peopleLeft;

    private final Outcoming outcomes;

    World(CampaignDatabase database) {
        this.database = database;
        database.execute("create table if not exists sim_message (id uuid primary key, campaign_id uuid, peer text,"
                + " status text, status_code int, held boolean default false)");
        store = new CampaignStore(database.sql());
        list = new RecipientList(database.sql());
        reader = new RecipientReader(database.sql());
        reasons = new Reasons(database.sql());
        story = new StoryStore(database.sql(), ids);
        var recipients = new RecipientStore(database.sql());
        tallies = new Tallies(database.sql());
        outcomes = new Outcoming(database.sql(), clock);
        steering.store = store;
        steering.recipients = recipients;
        steering.reasons = reasons;
        followUps = new FollowUps(database.sql());
        batches.store = store;
        batches.recipients = recipients;
        batches.messages = messages;
        batches.followUps = followUps;
        batches.clock = clock;
        steering.batches = batches;
        steering.followUps = followUps;
        steering.messages = messages;
        steering.clock = clock;
        steering.news = new CampaignNews() {
            @Override
            void tell(Campaign campaign, Decision decision, Instant at) {
                var actor = decision.actor();
                var reason = decision.reason();
                World.this.story.add(
                        campaign.id(),
                        new StoryEntry(
                                at,
                                decision.what(),
                                actor,
                                reason == null ? null : reason.wireName(),
                                decision.detail(),
                                0));
                told.add(decision.what() + (reason == null ? "" : " " + reason));
            }
        };
        expansion.store = store;
        expansion.recipients = recipients;
        expansion.list = reader;
        expansion.news = steering.news;
        expansion.messages = messages;
        expansion.clock = clock;
        expansion.limit = new PeopleLimit() {
            @Override
            OptionalLong left(SenderNumber number) {
                return peopleLeft == null ? OptionalLong.empty() : OptionalLong.of(peopleLeft);
            }

            @Override
            OptionalLong limit(SenderNumber number) {
                return OptionalLong.of(250);
            }

            @Override
            void reachedMore(SenderNumber number, long more) {
                if (peopleLeft != null) {
                    peopleLeft -= more;
                }
            }
        };
        database.work(() -> store.insert(Given.campaign(id, CampaignStatus.DRAFT)));
    }

    Campaign campaign() {
        return database.run(() -> store.find(Given.WORKSPACE, id)).orElseThrow();
    }

    /** Puts people on the list who can be written to. */
    void invite(int count) {
        var batch = new ArrayList<NewRecipient>();
        for (int i = 0; i < count; i++) {
            batch.add(person(i));
        }
        invite(batch);
    }

    static NewRecipient person(int number) {
        var to = "+1415555" + String.format("%04d", number);
        return NewRecipient.of(to, null, Map.of("1", "Ana", "2", "Friday"), null);
    }

    RecipientList.Added invite(List<NewRecipient> batch) {
        var added = database.run(() -> list.add(id, batch, Given.NOW));
        people += batch.size();
        return added;
    }

    void launch() {
        database.work(() -> steering.launch(id, Given.ready(), "ana"));
    }

    /** The next batch of what was decided. */
    boolean next() {
        return database.run(() -> batches.next(id));
    }

    int step() {
        return database.run(() -> expansion.step(id, Given.ready()));
    }

    /** Meta tells of a message. */
    void tell(UUID message, MessageStatus before, MessageStatus after, @Nullable Integer code) {
        database.work(() -> {
            database.execute("update sim_message set status = '" + after + "' where id = '" + message + "'");
            outcomes.hear(new MessagesMoved("merge", List.of(move(message, before, after, code))));
        });
    }

    private Move move(UUID message, MessageStatus before, MessageStatus after, @Nullable Integer code) {
        return new Move(
                message,
                Given.WORKSPACE,
                Given.NUMBER,
                Direction.OUTBOUND,
                "marketing",
                "sale",
                id,
                "14155550000",
                Given.NOW,
                before,
                after,
                Set.of(),
                Milestones.NONE,
                new Milestones(null, null, null, null, null, null, code, null));
    }

    /** The messages in a status that may go on, by id. */
    List<UUID> messages(MessageStatus status) {
        return database.sql().run("test", connection -> {
            var found = new ArrayList<UUID>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select id from sim_message where not held and campaign_id = '"
                            + id + "' and status = '" + status + "' order by id")) {
                while (rows.next()) {
                    found.add(Columns.uuid(rows, 1));
                }
            }
            return found;
        });
    }

    /** Meta tells something about one message, as it may in any order. */
    void meta(Random random) {
        var from = List.of(
                        MessageStatus.QUEUED,
                        MessageStatus.QUEUED,
                        MessageStatus.ACCEPTED,
                        MessageStatus.SENT,
                        MessageStatus.DELIVERED,
                        MessageStatus.FAILED,
                        MessageStatus.UNCERTAIN)
                .get(random.nextInt(7));
        var candidates = messages(from);
        if (candidates.isEmpty()) {
            return;
        }
        var message = candidates.get(random.nextInt(candidates.size()));
        var next = switch (from) {
            case QUEUED ->
                List.of(
                        MessageStatus.ACCEPTED,
                        MessageStatus.ACCEPTED,
                        MessageStatus.FAILED,
                        MessageStatus.UNCERTAIN,
                        MessageStatus.EXPIRED);
            case ACCEPTED -> List.of(MessageStatus.SENT, MessageStatus.FAILED, MessageStatus.READ);
            case SENT -> List.of(MessageStatus.DELIVERED, MessageStatus.FAILED);
            case DELIVERED -> List.of(MessageStatus.READ);
            // Delivered may follow failed, also for a message of an earlier round.
            default -> List.of(MessageStatus.DELIVERED);
        };
        var to = next.get(random.nextInt(next.size()));
        tell(message, from, to, to == MessageStatus.FAILED ? random.nextBoolean() ? PASSING : FOR_GOOD : null);
    }

    /** The sum is whole, and the counts are what the rows say. */
    void balances() {
        var counted = database.run(() -> tallies.of(id));
        assertThat(counted.states().values()).allMatch(n -> n >= 0);
        assertThat(counted.total()).isEqualTo(people);
        var rows = database.run(() -> tallies.recount(id));
        for (var state : RecipientState.values()) {
            assertThat(counted.of(state)).as(state.name()).isEqualTo(rows.of(state));
        }
        assertThat(counted.replied()).isEqualTo(rows.replied());
        for (var state : List.of(RecipientState.SKIPPED, RecipientState.FAILED)) {
            assertThat(database.run(() -> reasons.of(id, state)))
                    .as("reasons of " + state)
                    .isEqualTo(database.run(() -> reasons.recount(id, state)));
        }
    }

    /** Nobody has more messages than turns, and turns come from retries only. */
    void nobodyTwice() {
        assertThat(database.number("select count(*) from (select m.peer, count(*) as n from sim_message m where"
                        + " m.campaign_id = '" + id + "' group by m.peer) p join cmp_recipient r on r.campaign_id = '"
                        + id
                        + "' and r.peer = p.peer and r.identity is not null where p.n <> r.rounds"))
                .isZero();
        assertThat(database.number("select count(*) from sim_message m where m.campaign_id = '" + id
                        + "' and not exists (select 1 from cmp_recipient r where r.campaign_id = m.campaign_id"
                        + " and r.peer = m.peer and r.identity is not null)"))
                .isZero();
    }

    /** Messaging, as far as campaigns see it; what it writes goes with the caller's transaction. */
    final class PlayedMessages extends CampaignMessages {
        @Override
        public List<Given> accept(List<SendMessage> commands) {
            var given = new ArrayList<Given>();
            for (var command : commands) {
                if (optedOut.contains(command.to())) {
                    given.add(new Given(
                            null, new RequestFailed(FailureCode.RECIPIENT_OPTED_OUT, "He does not want it.")));
                    continue;
                }
                if (refused.contains(command.to())) {
                    given.add(new Given(null, new RequestFailed(FailureCode.VALIDATION_FAILED, "It cannot be made.")));
                    continue;
                }
                var message = ids.next();
                database.sql().execute("test", connection -> {
                    try (var statement = connection.prepareStatement(
                            "insert into sim_message (id, campaign_id, peer, status) values (?, ?, ?, 'QUEUED')")) {
                        statement.setObject(1, message);
                        statement.setObject(2, command.campaignId());
                        statement.setString(3, command.to());
                        statement.executeUpdate();
                    }
                });
                given.add(new Given(message, null));
            }
            return given;
        }

        @Override
        public int hold(UUID campaignId, UUID numberId, String why) {
            database.execute("update sim_message set held = true where status = 'QUEUED' and campaign_id = '"
                    + campaignId + "'");
            return 0;
        }

        @Override
        public int release(UUID campaignId, UUID numberId, int limit) {
            return database.sql().run("test", connection -> {
                try (var statement = connection.prepareStatement("update sim_message set held = false where id in"
                        + " (select id from sim_message where held and campaign_id = ? order by id limit ?)")) {
                    Columns.bind(statement, campaignId, limit);
                    return statement.executeUpdate();
                }
            });
        }

        @Override
        public int cancel(UUID campaignId, UUID numberId, int limit) {
            database.execute("update sim_message set held = false where campaign_id = '" + campaignId + "'");
            var waiting = World.this.messages(MessageStatus.QUEUED).stream()
                    .limit(limit)
                    .toList();
            database.execute("update sim_message set status = 'CANCELLED' where status = 'QUEUED' and campaign_id = '"
                    + campaignId + "'");
            if (!waiting.isEmpty()) {
                outcomes.hear(new MessagesMoved(
                        "accept",
                        waiting.stream()
                                .map(one -> move(one, MessageStatus.QUEUED, MessageStatus.CANCELLED, null))
                                .toList()));
            }
            return waiting.size();
        }
    }
}
