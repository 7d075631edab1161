package org.chasqui.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.Fact;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ledger ledger = database.ledger();
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final UUID conversation = ids.next();
    private final Replies replies = new Replies();

    RepliesTest() {
        replies.jdbc = database.jdbc();
    }

    @Test
    void thePersonAnswersTheLastMessageThatItGot() {
        ours(NOW.minusSeconds(60));
        var last = ours(NOW.minusSeconds(30));

        var moves = replies.note(List.of(theirs("text", null)));

        assertThat(moves).singleElement().satisfies(move -> {
            assertThat(move.messageId()).isEqualTo(last);
            assertThat(move.from()).isEqualTo(move.to());
            assertThat(move.reached()).isEmpty();
            assertThat(move.before()).isEqualTo(Milestones.NONE);
            assertThat(move.after().repliedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void whoQuotesAMessageAnswersThatOne() {
        var quoted = ours(NOW.minus(Duration.ofDays(20)));
        database.execute("update msg_message set wamid = 'wamid.Q' where id = '" + quoted + "'");
        ours(NOW.minusSeconds(30));

        var moves = replies.note(List.of(theirs("button", "{\"from\":\"1\",\"id\":\"wamid.Q\"}")));

        assertThat(moves).extracting(Move::messageId).containsExactly(quoted);
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        ours(NOW.minusSeconds(30));

        var both = replies.note(List.of(theirs("text", null), theirs("text", null)));
        var later = replies.note(List.of(theirs("text", null)));

        assertThat(both).hasSize(1);
        assertThat(later).isEmpty();
        assertThat(database.text("select count(*) from msg_reply")).isEqualTo("1");
    }

    @Test
    void aReactionIsNoAnswerNorIsWhatWeWroteElsewhere() {
        ours(NOW.minusSeconds(30));

        assertThat(replies.note(List.of(theirs("reaction", null)))).isEmpty();
        assertThat(replies.note(List.of(message(Direction.OUTBOUND, "text", NOW, null))))
                .isEmpty();
    }

    @Test
    void nobodyAnswersWhatFailedWhatIsOldOrWhatCameLater() {
        ours(NOW.minus(Duration.ofDays(8)));
        var failed = ours(NOW.minusSeconds(30));
        var row = ledger.lock(Set.of(failed)).get(failed);
        row.learn(new Fact.Refused(NOW, new Fact.Problem(131026, "Undeliverable", null)));
        ledger.save(List.of(row));
        ours(NOW.plusSeconds(5));

        assertThat(replies.note(List.of(theirs("text", null)))).isEmpty();
    }

    @Test
    void anotherConversationIsNotAnswered() {
        ours(NOW.minusSeconds(30));
        var elsewhere = new NewMessage(
                ids.next(),
                new UUID(1, 1),
                new UUID(2, 2),
                "106540352242922",
                ids.next(),
                Direction.INBOUND,
                "5511955501234",
                "text",
                "{}",
                null,
                null,
                "service",
                Lane.UTILITY,
                "wamid.E",
                NOW,
                null,
                Beside.NOTHING);
        ledger.insert(List.of(elsewhere));

        assertThat(replies.note(List.of(elsewhere))).isEmpty();
    }

    private UUID ours(Instant at) {
        return message(Direction.OUTBOUND, "template", at, null).id();
    }

    private NewMessage theirs(String type, String context) {
        return message(Direction.INBOUND, type, NOW, context);
    }

    private NewMessage message(Direction direction, String type, Instant at, String context) {
        var id = ids.next();
        var message = new NewMessage(
                id,
                new UUID(1, 1),
                new UUID(2, 2),
                "106540352242922",
                conversation,
                direction,
                "5511955501234",
                type,
                "{}",
                null,
                null,
                "utility",
                Lane.UTILITY,
                direction == Direction.INBOUND ? "wamid." + id : null,
                at,
                null,
                new Beside(context, null, null, null));
        ledger.insert(List.of(message));
        return message;
    }
}
