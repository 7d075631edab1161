package org.chasqui.api.botmaker.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.ResultHearers;
import org.chasqui.api.botmaker.wire.ReservedIds;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.waabot.Letters;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Outcome;
import org.chasqui.messaging.messages.SendMessage;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    private static final SenderNumber SENDER = new SenderNumber(
            new UUID(2, 2),
            new UUID(1, 1),
            new UUID(3, 3),
            "102290129340398",
            "106540352242922",
            "+55 11 95550-0167",
            null,
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    private static final UUID RESERVED = new UUID(9, -1);

    private final Outbox outbox = new Outbox();
    private final Map<UUID, MessageNote> noted = new TreeMap<>();
    private final List<Result> told = new ArrayList<>();
    /** By the text of a message: why it is refused. */
    private final Map<String, FailureCode> refused = new TreeMap<>();

    private final Set<UUID> stored = new HashSet<>();
    private boolean wantsResults;

    @BeforeEach
    void standInForTheRest() {
        outbox.clock = CLOCK;
        outbox.ids = new Ids(CLOCK);
        outbox.desk = new NoteDesk();
        outbox.desk.clock = CLOCK;
        outbox.desk.store = new NoteStore() {
            @Override
            void add(List<MessageNote> notes, Instant now) {
                notes.forEach(note -> noted.put(note.messageId(), note));
            }
        };
        outbox.results = new Results() {
            @Override
            public void tell(Result result) {
                told.add(result);
            }
        };
        outbox.hearers = new ResultHearers() {
            @Override
            public boolean areThere(UUID workspaceId) {
                return wantsResults;
            }
        };
        outbox.messages = new Messages() {
            @Override
            public MessageView send(SendMessage command) {
                var code = refused.get(command.content().path("body").asText());
                if (code != null) {
                    throw new RequestFailed(code, "No.");
                }
                store(Objects.requireNonNull(command.reservedId()));
                return Letters.sent(new UUID(8, 8), MessageStatus.QUEUED, "text", "{\"body\":\"Hi\"}");
            }

            @Override
            public List<Outcome> sendAll(List<SendMessage> commands) {
                return commands.stream().map(this::outcome).toList();
            }

            private Outcome outcome(SendMessage command) {
                try {
                    return new Outcome.Accepted(send(command));
                } catch (RequestFailed failed) {
                    return new Outcome.Refused(failed);
                }
            }
        };
    }

    /** What is there already is not stored again, and nobody hears of it. */
    private void store(UUID id) {
        if (stored.add(id)) {
            outbox.desk.stored(new MessagesMoved("accept", List.of(Moves.toNew(id))));
            assertThat(noted).as("noted in the transaction that stores it").containsKey(id);
        }
    }

    private static Outgoing text(String body, @Nullable String payload) {
        return new Outgoing("text", JsonNodeFactory.instance.objectNode().put("body", body), payload);
    }

    private String send(Outgoing... messages) {
        return outbox.send(
                new Wish("/chats-actions/send-messages", SENDER, "14155550123", List.of(messages), "{}", null));
    }

    @Test
    @Covers("S2-11")
    void eachMessageIsNotedWithItsCallAndItsPayload() {
        var id = send(text("A", "order 7"), text("B", null));

        assertThat(noted.values()).extracting(MessageNote::requestId).containsExactly(id, id);
        assertThat(noted.values()).extracting(MessageNote::webhookPayload).containsExactly("order 7", null);
        assertThat(noted.values())
                .extracting(MessageNote::variables)
                .as("told once")
                .containsExactly("{}", null);
        assertThat(told).as("nobody wants to hear of it").isEmpty();
    }

    @Test
    void whatIsSentAgainUnderAKeyIsTheSameMessages() {
        var wish = new Wish(
                "/chats-actions/send-messages",
                SENDER,
                "14155550123",
                List.of(text("A", null), text("B", null)),
                null,
                RESERVED);
        outbox.send(wish);
        var first = List.copyOf(noted.keySet());
        outbox.send(wish);

        assertThat(noted.keySet()).hasSize(2).containsExactlyElementsOf(first);
    }

    @Test
    void whatWasStoredInAnEarlierRunIsNotedInThisOne() {
        var wish = new Wish(
                "/chats-actions/trigger-intent", SENDER, "14155550123", List.of(text("A", "order 7")), null, RESERVED);
        var id = outbox.send(wish);
        noted.clear();

        assertThat(outbox.send(wish)).as("the same call").isEqualTo(id);
        assertThat(noted.values()).extracting(MessageNote::requestId).containsExactly(id);
    }

    @Test
    void whatIsStoredWhenNobodyWaitsAnyMoreIsNotedAllTheSame() {
        refused.put("A", FailureCode.SERVICE_UNAVAILABLE);
        var wish = new Wish(
                "/chats-actions/trigger-intent", SENDER, "14155550123", List.of(text("A", "order 7")), null, RESERVED);
        assertThatThrownBy(() -> outbox.send(wish)).isInstanceOf(RequestFailed.class);
        assertThat(noted).isEmpty();

        store(ReservedIds.ofMessage(RESERVED, 0));

        assertThat(noted.values()).extracting(MessageNote::webhookPayload).containsExactly("order 7");
    }

    @Test
    void aPayloadThatNoDatabaseKeepsIsRefusedBeforeItFailsTheMessagesOfOthers() {
        assertThatThrownBy(() -> send(text("A", "order\0 7")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.VALIDATION_FAILED));
        assertThat(stored).isEmpty();
    }

    @Test
    void whatIsRefusedLeavesNoNoteBehindForLater() {
        refused.put("A", FailureCode.BACKLOG_FULL);
        var wish = new Wish(
                "/chats-actions/trigger-intent", SENDER, "14155550123", List.of(text("A", "order 7")), null, RESERVED);
        assertThatThrownBy(() -> outbox.send(wish)).isInstanceOf(RequestFailed.class);

        outbox.desk.stored(new MessagesMoved("accept", List.of(Moves.toNew(ReservedIds.ofMessage(RESERVED, 0)))));

        assertThat(noted).isEmpty();
    }

    @Test
    void aSuccessIsToldWhereSomebodyWantsThat() {
        wantsResults = true;
        var id = send(text("A", "order 7"));

        assertThat(told).singleElement().satisfies(result -> {
            assertThat(result.requestId()).isEqualTo(id);
            assertThat(result.errors()).isEmpty();
            assertThat(result.webhookPayload()).isEqualTo("order 7");
        });
    }

    @ParameterizedTest
    @CsvSource({"OUTSIDE_SERVICE_WINDOW, 131047", "RECIPIENT_OPTED_OUT, 131050"})
    void whatBotmakerTellsLaterIsToldLater(FailureCode code, int metas) {
        refused.put("A", code);
        var id = send(text("A", "order 7"));

        assertThat(noted).isEmpty();
        assertThat(told).singleElement().satisfies(result -> {
            assertThat(result.requestId()).isEqualTo(id);
            assertThat(result.code()).isEqualTo(metas);
            assertThat(result.errors().at("/0/type").asText()).isEqualTo(code.wireCode());
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OUTSIDE_SERVICE_WINDOW", "RECIPIENT_OPTED_OUT"})
    void everythingElseRefusesTheCall(FailureCode code) {
        refused.put("A", code);

        assertThatThrownBy(() -> send(text("A", null)))
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(code));
        assertThat(noted).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aPartThatIsRefusedDoesNotKeepTheOthersOutAndIsTold() {
        refused.put("B", FailureCode.BACKLOG_FULL);
        var id = send(text("A", null), text("B", null));

        assertThat(noted).hasSize(1);
        assertThat(told).singleElement().satisfies(result -> {
            assertThat(result.requestId()).isEqualTo(id);
            assertThat(result.errors().at("/0/type").asText()).isEqualTo("backlog_full");
        });
    }
}
